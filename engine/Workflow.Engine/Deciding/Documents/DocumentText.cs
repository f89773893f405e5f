using System.Globalization;
using System.Text.RegularExpressions;
using Workflow.Engine.Expressions;
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

    internal static string Render(DocumentType type, ProcessDefinition definition, CaseState state, DocumentFacts facts, IValues values) =>
        Placeholder().Replace(type.Template ?? Standard, match => Value(match.Groups[1].Value, type, definition, state, facts, values) ?? match.Value);

    private static string? Value(string name, DocumentType type, ProcessDefinition definition, CaseState state, DocumentFacts facts, IValues values) => name switch
    {
        "office" => definition.Offices.FirstOrDefault(o => o.Key == definition.Item.Lead)?.Title ?? definition.Item.Lead,
        "title" => type.Title,
        "number" => facts.Number ?? "",
        "party" => state.Parties.IsEmpty ? "" : state.Parties[0].Name,
        "matter" => definition.Title.Zh,
        "case" => state.Number,
        "reasons" => type.StatesReasons && facts.Reasons is { } reasons ? $"理由：{reasons}\n" : "",
        "remedies" => type.StatesRemedies ? AppealPeriods.Words(definition, values, facts) : "",
        "basis" => definition.Basis.IsEmpty ? "" : $"依据：{string.Join("；", definition.Basis)}\n",
        "day" => Day(facts),
        _ when name.StartsWith("form.", StringComparison.Ordinal) => state.Form.GetValueOrDefault(name[5..])?.ToString() ?? "",
        _ => null,
    };

    private static string Day(DocumentFacts facts) =>
        facts.On == facts.RecordedOn ? Chinese(facts.On) : $"{Chinese(facts.On)}（记录于{Chinese(facts.RecordedOn)}）";

    private static string Chinese(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    [GeneratedRegex("<([a-z0-9.\\-\\p{L}]+)>")]
    private static partial Regex Placeholder();
}
