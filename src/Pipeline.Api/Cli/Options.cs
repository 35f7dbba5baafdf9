namespace Pipeline.Api.Cli;

/// <summary>
/// The words and options behind a command: <c>--name value</c> or <c>--name=value</c>. A command takes what it knows; what is left over at the end
/// was a mistake, which <see cref="Done"/> refuses.
/// </summary>
internal sealed class Options(IEnumerable<string> args)
{
    private readonly List<string> _left = [.. args];
    private readonly List<string> _known = [];

    /// <summary>The value of an option; null without the option.</summary>
    /// <exception cref="CommandException">The option has no value.</exception>
    public string? Value(string name)
    {
        _known.Add(name);
        var i = Find(name);
        if (i < 0)
            return null;
        var value = ValueAt(i, name, out var words);
        _left.RemoveRange(i, words);
        return value;
    }

    /// <summary>The value of an option that has to be there.</summary>
    /// <exception cref="CommandException">The option or its value is missing.</exception>
    public string Required(string name) => Value(name) ?? throw new CommandException($"{name} is missing.");

    /// <summary>Whether an option is there; <c>--name=true</c> and <c>--name=false</c> say the same in full.</summary>
    /// <exception cref="CommandException">It has a value that is neither.</exception>
    public bool Flag(string name)
    {
        _known.Add(name);
        var i = Find(name);
        if (i < 0)
            return false;
        var word = _left[i];
        _left.RemoveAt(i);
        if (word == name)
            return true;
        var value = word[(name.Length + 1)..];
        return bool.TryParse(value, out var set)
            ? set
            : throw new CommandException($"{name} is '{value}'; it takes true or false, and no value means true.");
    }

    /// <summary>The next word that is no option.</summary>
    /// <param name="what">What the word stands for, for the sentence that says that it is missing.</param>
    /// <exception cref="CommandException">There is none.</exception>
    public string Word(string what)
    {
        var word =
            _left.Find(w => !w.StartsWith("--", StringComparison.Ordinal))
            ?? throw new CommandException($"{what} is missing.");
        _left.Remove(word);
        return word;
    }

    /// <summary>Refuses what was not asked for.</summary>
    /// <exception cref="CommandException">A word or an option is left over.</exception>
    public void Done()
    {
        if (_left.Count == 0)
            return;
        var name = _left[0].Split('=')[0];
        throw new CommandException(
            !name.StartsWith("--", StringComparison.Ordinal) ? $"'{_left[0]}' is not expected here."
            : _known.Contains(name) ? $"{name} is given twice."
            : _known.Count == 0 ? $"There is no option {name} here."
            : $"There is no option {name} here, only {string.Join(", ", _known)}."
        );
    }

    private int Find(string name) =>
        _left.FindIndex(w => w == name || w.StartsWith($"{name}=", StringComparison.Ordinal));

    private string ValueAt(int i, string name, out int words)
    {
        words = _left[i] == name ? 2 : 1;
        var value =
            words == 1 ? _left[i][(name.Length + 1)..]
            : i + 1 < _left.Count && !_left[i + 1].StartsWith("--", StringComparison.Ordinal) ? _left[i + 1]
            : "";
        return value.Length > 0 ? value : throw new CommandException($"{name} needs a value behind it.");
    }
}
