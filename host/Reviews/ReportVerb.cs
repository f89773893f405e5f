using System.CommandLine;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Workflow.Host.CommandLine;
using Workflow.Host.Mining.Reports;
using Workflow.Host.Opening;

namespace Workflow.Host.Reviews;

/// <summary><c>review report CASE</c>: how the files of a review were drawn, and what came of it.</summary>
internal sealed class ReportVerb(VerbForm form)
{
    private readonly Argument<string> _case = form.Argument("CASE");
    private readonly Option<string> _database = form.Database();
    private readonly Option<string> _format = form.OneOf("--format", "text", "json", "html");
    private readonly Option<string?> _to = form.Text("--to", "FILE");

    internal static Command Make(Terminal terminal)
    {
        var form = new VerbForm(terminal, "report");
        return form.Does(new ReportVerb(form).Run);
    }

    private async Task<int> Run(ParseResult given, CancellationToken cancellation)
    {
        var number = given.GetValue(_case)!;
        await using var database = DatabaseFile.OpenToLook(given.GetValue(_database)!);
        var review = new ReviewReading(database).Read(number);
        await Administration.Look(database, "review report", number);
        var text = Text(review, given.GetValue(_format)!);
        if (given.GetValue(_to) is { } file)
            OutputFile.Write(file, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
        else
            form.Terminal.Out.Write(text);
        return review.Repeated == false ? 1 : 0;
    }

    private string Text(ReviewResult review, string format)
    {
        var words = form.Terminal.Words;
        return format switch
        {
            "json" => JsonSerializer.Serialize(review, words.Indented) + "\n",
            "html" => ReportHtml.Write(new ReviewReport(review, words).Make(), words.Tag),
            "text" => ReportText.Write(new ReviewReport(review, words).Make()),
            _ => throw new UnreachableException($"No format is called {format}."),
        };
    }
}
