using System.Globalization;
using System.Text.RegularExpressions;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Documents;

/// <summary>What a document says beside the case.</summary>
/// <param name="Number">Its number; null for none.</param>
/// <param name="On">The effective day.</param>
/// <param name="RecordedOn">The recorded day.</param>
/// <param name="Reasons">The reasons; null for none.</param>
/// <param name="Remedies">The remedies to name; null for none.</param>
internal sealed record DocumentFacts(string? Number, DateOnly On, DateOnly RecordedOn, string? Reasons, Remedies? Remedies);

/// <summary>Renders a document's text from its template. A sealed value stays a reference: the ledger never holds personal data.</summary>
internal static partial class DocumentText
{
    /// <summary>The layout of a document without a template of its own: head, number, addressee, matter, reasons, remedies, office and day.</summary>
    private const string Standard = """
        <office>
        <title>
        <number>

        <party>：
        事项：<matter>（<case>）
        <reasons><remedies><basis>
        <office>
        <day>
        """;

    private const string FormPrefix = "form.";

    internal static string Render(CaseLook look, DocumentType type, DocumentFacts facts) =>
        Placeholder().Replace(type.Template ?? Standard, match => Value(look, type, facts, match.Groups[1].Value) ?? match.Value);

    private static string? Value(CaseLook look, DocumentType type, DocumentFacts facts, string name) => name switch
    {
        "title" => type.Title,
        "number" => facts.Number ?? "",
        "reasons" => type.StatesReasons ? Reasons(facts) : "",
        "remedies" => type.StatesRemedies ? AppealPeriods.Words(look.Definition, look.Values, facts) : "",
        "day" => Day(facts),
        _ => OfCase(look.State, name) ?? OfProcess(look.Definition, name),
    };

    private static string? OfCase(CaseState state, string name) => name switch
    {
        "party" => state.Parties.IsEmpty ? "" : state.Parties[0].Name,
        "case" => state.Number,
        _ => name.StartsWith(FormPrefix, StringComparison.Ordinal) ? OfForm(state, name[FormPrefix.Length..]) : null,
    };

    private static string OfForm(CaseState state, string field) => state.Form.GetValueOrDefault(field)?.ToString() ?? "";

    private static string? OfProcess(ProcessDefinition definition, string name) => name switch
    {
        "office" => Naming.Office(definition, definition.Item.Lead).Zh,
        "matter" => definition.Title.Zh,
        "basis" => definition.Basis.IsEmpty ? "" : $"依据：{string.Join("；", definition.Basis)}\n",
        _ => null,
    };

    private static string Reasons(DocumentFacts facts) => facts.Reasons is { } reasons ? $"理由：{reasons}\n" : "";

    private static string Day(DocumentFacts facts) =>
        facts.On == facts.RecordedOn ? Chinese(facts.On) : $"{Chinese(facts.On)}（记录于{Chinese(facts.RecordedOn)}）";

    private static string Chinese(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    [GeneratedRegex("<([a-z0-9.\\-\\p{L}]+)>")]
    private static partial Regex Placeholder();
}
