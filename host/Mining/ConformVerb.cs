using System.CommandLine;
using System.Text;
using Workflow.Definitions.Wording;
using Workflow.Host.CommandLine;
using Workflow.Host.Opening;
using Workflow.Host.Wording;
using Workflow.Mining.Logs;

namespace Workflow.Host.Mining;

/// <summary><c>conform LOG</c>: judges the log of another system by definitions of ours.</summary>
public static class ConformVerb
{
    public static Command Make(Terminal terminal)
    {
        var form = new VerbForm(terminal, "conform");
        var log = form.Argument("LOG");
        var definition = form.Texts("--definition", "FILE");
        definition.Required = true;
        var map = form.Text("--map", "FILE");
        var format = form.OneOf("--format", [.. Judging.Formats]);
        var to = form.Text("--to", "FILE");
        var calendar = form.Text("--calendar", "FOLDER|weekdays");
        form.Command.SetAction(
            (parsed, cancellation) =>
                Task.FromResult(
                    Run(
                        terminal,
                        new Asked(
                            parsed.GetValue(log)!,
                            parsed.GetValue(definition)!,
                            parsed.GetValue(map),
                            parsed.GetValue(format)!,
                            parsed.GetValue(to),
                            parsed.GetValue(calendar),
                            terminal.Words
                        ),
                        cancellation
                    )
                )
        );
        return form.Command;
    }

    private static int Run(Terminal terminal, Asked asked, CancellationToken cancellation)
    {
        if (!File.Exists(asked.Log))
            throw OpeningRefusals.NoFile(FileKind.Log, asked.Log);
        using var reader = new XesReader(asked.Log, File.OpenRead(asked.Log));
        if (reader.Fault is { } fault)
            throw LogRefusals.Broken(fault);
        var by = ConformanceSet.Open(
            asked.Definitions,
            asked.Map,
            asked.Calendar,
            reader.Head,
            problem => terminal.Error.WriteLine(problem.Line(terminal.Words.Language))
        );
        var judging = new Judging(Path.GetFileName(asked.Log), by, asked.Format, asked.Words);
        if (asked.To is { } file)
            OutputFile.Write(file, stream => judging.Write(stream, reader, cancellation));
        else
            Print(terminal, stream => judging.Write(stream, reader, cancellation));
        return 0;
    }

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

    private sealed record Asked(string Log, string[] Definitions, string? Map, string Format, string? To, string? Calendar, Words Words);
}
