namespace Pipeline.Api.Cli;

/// <summary>A command that cannot be carried out, with the sentence that says why.</summary>
internal sealed class CommandException(string message) : Exception(message);
