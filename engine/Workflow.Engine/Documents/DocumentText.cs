using System.Globalization;
using System.Text.RegularExpressions;
using Workflow.Engine.Cases;
using Workflow.Engine.Processes;

namespace Workflow.Engine.Documents;

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

    internal static string Render(DocumentType type, ProcessDefinition definition, CaseState state, DocumentFacts facts) =>
        Placeholder().Replace(type.Template ?? Standard, match => Value(match.Groups[1].Value, type, definition, state, facts) ?? match.Value);

    private static string? Value(string name, DocumentType type, ProcessDefinition definition, CaseState state, DocumentFacts facts) => name switch
    {
        "office" => definition.Offices.FirstOrDefault(o => o.Key == definition.Item.Lead)?.Title ?? definition.Item.Lead,
        "title" => type.Title,
        "number" => facts.Number ?? "",
        "party" => state.Parties.IsEmpty ? "" : state.Parties[0].Name,
        "matter" => definition.Title.Zh,
        "case" => state.Number,
        "reasons" => type.StatesReasons && facts.Reasons is { } reasons ? $"理由：{reasons}\n" : "",
        "remedies" => type.StatesRemedies ? Remedies(facts.Remedies) : "",
        "basis" => definition.Basis.IsEmpty ? "" : $"依据：{string.Join("；", definition.Basis)}\n",
        "day" => Day(facts),
        _ when name.StartsWith("form.", StringComparison.Ordinal) => state.Form.GetValueOrDefault(name[5..])?.ToString() ?? "",
        _ => null,
    };

    // 行政许可法(2019) 第三十八条第二款; 行政复议法(2023) 第二十条、第二十三条; 行政诉讼法(2017) 第四十六条.
    private static string Remedies(Remedies? remedies) => remedies switch
    {
        Processes.Remedies.Free => "如不服本决定，可以自知道之日起六十日内申请行政复议，或者在六个月内提起行政诉讼。\n",
        Processes.Remedies.ReconsiderationFirst => "如不服本决定，应当先自知道之日起六十日内申请行政复议；对复议决定不服的，再提起行政诉讼。\n",
        _ => "",
    };

    private static string Day(DocumentFacts facts) =>
        facts.On == facts.RecordedOn ? Chinese(facts.On) : $"{Chinese(facts.On)}（记录于{Chinese(facts.RecordedOn)}）";

    private static string Chinese(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    [GeneratedRegex("<([a-z0-9.\\-\\p{L}]+)>")]
    private static partial Regex Placeholder();
}
