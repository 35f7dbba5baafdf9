using Pipeline.Benchmarks;

// One benchmark a name; each says what it measures and prints a table for docs/performance.md.
switch (args)
{
    case ["registers"]:
        return await RegistersBenchmark.RunAsync();
    case ["registers", "only", var writer]:
        return await RegistersBenchmark.RunOneAsync(writer);
    case ["speed", .. var options]:
        return await SpeedBenchmark.RunAsync(options);
    case ["yardstick", var database, var address]:
        return await Yardstick.ServeAsync(database, address);
    case ["crash", .. var options]:
        return await AliveBenchmarks.CrashAsync(options);
    case ["load", .. var options]:
        return await AliveBenchmarks.LoadAsync(options);
    case ["soak", .. var options]:
        return await AliveBenchmarks.SoakAsync(options);
    default:
        Console.Error.WriteLine(
            "Which benchmark? registers, speed [--program FOLDER] [--folder FOLDER] [LINE…], crash [KILLS] [SEED], load [SECONDS] [SEED], soak [MINUTES] [SEED]"
        );
        return 1;
}
