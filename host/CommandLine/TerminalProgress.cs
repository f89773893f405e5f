namespace Workflow.Host.CommandLine;

/// <summary>Shows on a terminal how far long work is; says nothing where nobody looks.</summary>
public sealed class TerminalProgress : IProgress<long>
{
    private readonly Terminal _terminal;
    private readonly string _words;

    private TerminalProgress(Terminal terminal, string words) => (_terminal, _words) = (terminal, words);

    public static TerminalProgress? To(Terminal terminal, string words) => terminal.Colours ? new TerminalProgress(terminal, words) : null;

    public void Report(long value) => _terminal.Again($"{value:N0} {_words}");
}
