using System.Text;
using Spectre.Console;
using Workflow.Definitions.Wording;
using Workflow.Engine.Messages;
using Workflow.Host.Wording;

namespace Workflow.Host.CommandLine;

/// <summary>Where a verb reads and writes. Tests give their own.</summary>
/// <param name="In">Standard input.</param>
/// <param name="Out">Standard output: the answer, nothing else.</param>
/// <param name="Error">Standard error: sentences for people.</param>
/// <param name="Colours">Whether somebody looks at a terminal that shows colours.</param>
public sealed record Terminal(TextReader In, TextWriter Out, TextWriter Error, bool Colours)
{
    /// <summary>The language that people are spoken to in.</summary>
    public Words Words { get; init; } = Words.In(Language.Zh);

    /// <summary>Writes a sentence for people beside the answer.</summary>
    public void Tell(string code, params ReadOnlySpan<(string Name, MessageValue Value)> values) =>
        Error.WriteLine(Words.Tell(code, values));

    public static Terminal OfThisProcess()
    {
        Console.OutputEncoding = new UTF8Encoding(false);
        var colours = !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new Terminal(StandardInput.Open(), Console.Out, Console.Error, colours);
    }

    /// <summary>The same terminal, where what people wrote can only show and never act.</summary>
    public Terminal Visible() => this with { Out = new VisibleWriter(Out), Error = new VisibleWriter(Error) };

    public void Green(string word) => Paint(word, 32);

    public void Red(string word) => Paint(word, 31);

    /// <summary>Writes rows under their titles; plain where nobody looks.</summary>
    public void Show(IEnumerable<string> titles, IEnumerable<IEnumerable<string>> rows)
    {
        var table = new Table().AddColumns([.. titles]);
        foreach (var row in rows)
            table.AddRow([.. row.Select(cell => new Text(PlainText.VisibleLine(cell)))]);
        Tables(Raw(Out)).Write(table);
    }

    /// <summary>Writes over a line that is shown again and again.</summary>
    internal void Again(string line) => Raw(Error).Write($"\r{line}\u001b[K");

    private IAnsiConsole Tables(TextWriter into) =>
        AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = Colours ? AnsiSupport.Detect : AnsiSupport.No,
                ColorSystem = Colours ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.No,
                Out = new WideOutput(into, Colours),
            }
        );

    private static TextWriter Raw(TextWriter writer) => writer is VisibleWriter visible ? visible.Raw : writer;

    private void Paint(string word, int colour) => Raw(Out).Write(Colours ? $"\u001b[{colour}m{word}\u001b[0m" : word);

    // A table that is read by a program or a test is never folded to a terminal's width.
    private sealed class WideOutput(TextWriter writer, bool isTerminal) : IAnsiConsoleOutput
    {
        private const int WideEnough = 240;

        public TextWriter Writer => writer;

        public bool IsTerminal => isTerminal;

        public int Width => isTerminal ? Math.Max(80, Console.WindowWidth) : WideEnough;

        public int Height => isTerminal ? Console.WindowHeight : 50;

        public void SetEncoding(Encoding encoding) { }
    }
}
