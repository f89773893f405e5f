using System.CommandLine;
using Workflow.Engine.Messages;
using Workflow.Host.Adoption.Tables;
using Workflow.Host.CommandLine;
using Workflow.Host.Identity;

namespace Workflow.Host.Adoption;

/// <summary>What is written behind <c>adopt</c>.</summary>
internal sealed class AdoptForm
{
    private readonly VerbForm _form;

    internal AdoptForm(Terminal terminal)
    {
        _form = new VerbForm(terminal, "adopt");
        File = _form.Argument("FILE");
        (Database, Definitions) = (_form.Database(), _form.Definitions());
        Process = _form.Needed("--process", "ID");
        System = _form.Needed("--from-system", "NAME");
        By = _form.Needed("--by", "PERSON");
        Document = _form.Needed("--document", "X");
        Reasons = _form.Needed("--reasons", "Y");
        Definition = _form.Text("--definition", "DEFINITION");
        Series = _form.Text("--series", "FILE");
        Dry = _form.Flag("--dry-run");
        Today = _form.Day("--today");
        Format = _form.OneOf("--format", "text", "json");
        _form.Check(new Message("verb.today_only_with_dry_run"), result => result.GetValue(Today) is not null && !result.GetValue(Dry));
    }

    internal Command Command => _form.Command;

    internal Argument<string> File { get; }

    internal Option<string> Process { get; }

    internal Option<string> By { get; }

    internal Option<string?> Definition { get; }

    internal Option<bool> Dry { get; }

    internal Option<string> Format { get; }

    private Option<string> Database { get; }

    private Option<string?> Definitions { get; }

    private Option<string> System { get; }

    private Option<string> Document { get; }

    private Option<string> Reasons { get; }

    private Option<string?> Series { get; }

    private Option<DateOnly?> Today { get; }

    /// <summary>The office that takes the cases over.</summary>
    internal Task<AdoptionPlace> Office(ParseResult parsed, CancellationToken cancellation)
    {
        TimeProvider time = parsed.GetValue(Today) is { } day ? new ShiftedTime(day) : TimeProvider.System;
        return AdoptionPlace.Open(parsed.GetValue(Database)!, parsed.GetValue(Definitions), time, parsed.GetValue(Dry), cancellation);
    }

    /// <summary>What is the same for every row.</summary>
    /// <param name="parsed">What was written.</param>
    /// <param name="digest">The definition that was named; null for none.</param>
    internal ToldTerms Terms(ParseResult parsed, string? digest) =>
        new(
            parsed.GetValue(System)!,
            parsed.GetValue(Document)!,
            parsed.GetValue(Reasons)!,
            digest,
            SeriesFile.Read(parsed.GetValue(Series))
        );
}
