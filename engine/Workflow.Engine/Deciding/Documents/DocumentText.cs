using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Workflow.Engine.Expressions;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Documents;

/// <summary>What a document says beside the case.</summary>
/// <param name="Occasion">On what occasion it is issued.</param>
/// <param name="Issuers">Who issues it; never empty.</param>
/// <param name="Number">Its number; null for none.</param>
internal sealed record DocumentFacts(Occasion Occasion, ImmutableArray<Office> Issuers, string? Number)
{
    /// <summary>The last day on which it is valid; null where it has none.</summary>
    internal DateOnly? ValidUntil { get; init; }

    /// <summary>The effective day.</summary>
    internal DateOnly On => Occasion.Act.On;

    /// <summary>The remedies to name; null for none.</summary>
    internal Remedies? Remedies => Occasion.Outcome?.Remedies;

    /// <summary>Its issuers as it names them.</summary>
    internal string Office => string.Join("、", Issuers.Select(o => o.Title));
}

/// <summary>Renders a document's text from its template. A sealed value stays a reference: the ledger never holds personal data.</summary>
internal static partial class DocumentText
{
    /// <summary>The layout of a document without a template of its own: head, number, addressee, matter, content, remedies, office and day.</summary>
    private const string Standard = """
        <office>
        <title>
        <number>

        <party>：
        事项：<matter>（<case>）
        <conclusion><attendance><served><materials><missing><fields><facts><reasons><due><valid><remedies><basis>
        <office>
        <day>
        """;

    private const string FormPrefix = "form.";

    internal static string Render(CaseLook look, DocumentType type, DocumentFacts facts) =>
        Placeholder().Replace(type.Template ?? Standard, match => Value(look, type, facts, match.Groups[1].Value) ?? match.Value);

    private static string? Value(CaseLook look, DocumentType type, DocumentFacts facts, string name) =>
        OfPaper(look, type, facts, name)
        ?? (name == "party" ? Party(look, type, facts.Occasion) : OfCase(look.State, name))
        ?? PaperContent.Value(look, type, facts, name);

    private static string? OfPaper(CaseLook look, DocumentType type, DocumentFacts facts, string name) =>
        name switch
        {
            "title" => type.Title,
            "number" => facts.Number ?? "",
            "office" => facts.Office,
            "matter" => look.Definition.Title.Zh,
            "reasons" => type.StatesReasons ? Reasons(facts) : "",
            "remedies" => type.StatesRemedies ? AppealPeriods.Words(look, facts) : "",
            "valid" => facts.ValidUntil is { } until ? $"有效期至{Chinese(until)}。\n" : "",
            "valid-until" => facts.ValidUntil is { } last ? Chinese(last) : "",
            "basis" => Basis(look, type, facts),
            "day" => Day(facts, look.Today),
            _ => null,
        };

    // A paper that names no addressee is headed by the party that lodged.
    private static string Party(CaseLook look, DocumentType type, Occasion occasion) =>
        type.Organ is not null ? PaperOrgan.Name(look.Values, type) ?? ""
        : (occasion.To is not null || type.To is not null) && Addressees.AtIssue(look, type, occasion) is { } named
            ? string.Join("、", named.Select(a => a.Name))
        : look.State.Parties.FirstOrDefault()?.Name ?? "";

    private static string? OfCase(CaseState state, string name) =>
        name switch
        {
            "case" => state.Number,
            var other => other.StartsWith(FormPrefix, StringComparison.Ordinal) ? OfForm(state, other[FormPrefix.Length..]) : null,
        };

    private static string OfForm(CaseState state, string field) => state.Form.GetValueOrDefault(field) is { } value ? Entered(value) : "";

    /// <summary>
    /// Writes what somebody entered into a field. It stays on the line of its field: with line breaks of its own it could pass for
    /// a line of the paper, such as another organ or another day.
    /// </summary>
    internal static string Entered(FieldValue value) => PlainText.OnOneLine($"{value}");

    private static string Basis(CaseLook look, DocumentType type, DocumentFacts facts)
    {
        var laws = PaperBasis.Of(look, type, facts.Occasion);
        return laws.IsEmpty ? "" : $"依据：{string.Join("；", laws)}\n";
    }

    private static string Reasons(DocumentFacts facts) => facts.Occasion.Act.OnPaper is { } reasons ? $"理由：{reasons}\n" : "";

    private static string Day(DocumentFacts facts, DateOnly recorded) =>
        facts.On == recorded ? Chinese(facts.On) : $"{Chinese(facts.On)}（记录于{Chinese(recorded)}）";

    /// <summary>Writes a day as papers do.</summary>
    internal static string Chinese(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    [GeneratedRegex("<([a-z0-9.\\-\\p{L}]+)>")]
    private static partial Regex Placeholder();
}
