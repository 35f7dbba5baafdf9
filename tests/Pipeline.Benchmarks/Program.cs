using Pipeline.Benchmarks;

// One benchmark a name; each says what it measures and prints a table for docs/performance.md.
switch (args)
{
    case ["registers"]:
        return await RegistersBenchmark.RunAsync();
    case ["registers", "only", var writer]:
        return await RegistersBenchmark.RunOneAsync(writer);
    default:
        Console.Error.WriteLine("Which benchmark? registers");
        return 1;
}
