using System.Text;
using Spectre.Console;
using Workflow.Definitions.Wording;
using Workflow.Engine.Messages;
using Words = Workflow.Host.Wording.Words;

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
        return new Terminal(
            new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false, throwOnInvalidBytes: true)),
            Console.Out,
            Console.Error,
            colours
        );
    }

    public string Green(string word) => Paint(word, 32);

    public string Red(string word) => Paint(word, 31);

    /// <summary>A console for tables; plain where nobody looks.</summary>
    public IAnsiConsole Show(TextWriter into) =>
        AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = Colours ? AnsiSupport.Detect : AnsiSupport.No,
                ColorSystem = Colours ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.No,
                Out = new WideOutput(into, Colours),
            }
        );

    private string Paint(string word, int colour) => Colours ? $"\u001b[{colour}m{word}\u001b[0m" : word;

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
