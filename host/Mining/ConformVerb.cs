using System.CommandLine;
using System.Text;
using Workflow.Definitions.Wording;
using Workflow.Host.CommandLine;
using Workflow.Host.Opening;
using Workflow.Mining.Logs;

namespace Workflow.Host.Mining;

/// <summary><c>conform LOG</c>: judges the log of another system by definitions of ours.</summary>
internal sealed class ConformVerb(VerbForm form)
{
    private readonly Argument<string> _log = form.Argument("LOG");
    private readonly Option<string[]> _definitions = form.RequiredTexts("--definition", "FILE");
    private readonly Option<string?> _map = form.Text("--map", "FILE");
    private readonly Option<string> _format = form.OneOf("--format", [.. Judging.Formats]);
    private readonly Option<string?> _to = form.Text("--to", "FILE");
    private readonly Option<string?> _calendar = form.Text("--calendar", "FOLDER|weekdays");

    internal static Command Make(Terminal terminal)
    {
        var form = new VerbForm(terminal, "conform");
        return form.Does(new ConformVerb(form).Run);
    }

    private int Run(ParseResult given, CancellationToken cancellation)
    {
        var log = given.GetValue(_log)!;
        using var reader = new XesReader(log, InputFile.Open(FileKind.Log, log));
        if (reader.Fault is { } fault)
            throw LogRefusals.Broken(fault);
        var judging = new Judging(Path.GetFileName(log), By(given, reader.Head), given.GetValue(_format)!, form.Terminal.Words);
        if (given.GetValue(_to) is { } file)
            OutputFile.Write(file, stream => judging.Write(stream, reader, cancellation));
        else
            Print(form.Terminal, stream => judging.Write(stream, reader, cancellation));
        return 0;
    }

    private ConformanceSet By(ParseResult given, XesHead head) =>
        ConformanceSet.Open(
            given.GetValue(_definitions)!,
            given.GetValue(_map),
            given.GetValue(_calendar),
            head,
            problem => form.Terminal.Error.WriteLine(problem.Line(form.Terminal.Words.Language))
        );

    // Nothing is printed of a log that turns out to be broken at its end.
    private static void Print(Terminal terminal, Action<Stream> write)
    {
        var beside = Path.GetTempFileName();
        try
        {
            OutputFile.Write(beside, write);
            using var text = new StreamReader(beside, Encoding.UTF8);
            var buffer = new char[1 << 16];
            for (int read; (read = text.Read(buffer, 0, buffer.Length)) > 0; )
                terminal.Out.Write(buffer, 0, read);
            terminal.Out.Flush();
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
