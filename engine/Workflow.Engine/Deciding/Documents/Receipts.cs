using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Documents;

/// <summary>
/// What a receipt 送达回证 proves, and what a public notice in its place tells: which papers, for whom, and what the step asks of the service.
/// </summary>
internal static class Receipts
{
    /// <summary>Returns the lines of a paper whose outcome serves others; empty for every other paper, and where nothing is served.</summary>
    internal static string Content(CaseLook look, Occasion occasion)
    {
        if (occasion.Outcome is not { } outcome)
            return "";
        var served = Serving.Meant(look, outcome, occasion.Step).Where(d => IsFor(look, d, occasion.To)).ToList();
        return served.Count == 0
            ? ""
            : string.Concat(Papers(look, served).Append(Served(look, served, occasion.To)).Concat(Asked(look, occasion)));
    }

    private static bool IsFor(CaseLook look, CaseDocument document, Addressee? to) =>
        to is null || Addressees.Without(look.State, document).Contains(to);

    private static IEnumerable<string> Papers(CaseLook look, IEnumerable<CaseDocument> served) =>
        served.Select(d => $"送达文书：《{Naming.Document(look.Definition, d.Issued.Document).Zh}》{d.Issued.Number}\n");

    private static string Served(CaseLook look, IReadOnlyCollection<CaseDocument> served, Addressee? to)
    {
        var names = to is not null ? [to.Name] : Addressees.Without(look.State, served).Select(a => a.Name);
        return $"受送达人：{string.Join("、", names)}\n";
    }

    // Day, way and who signed are fields of the step, whatever a definition calls them.
    private static IEnumerable<string> Asked(CaseLook look, Occasion occasion) =>
        look.Process.Find(occasion.Step) is WorkNode node
            ? from field in Outline.Asks(node, occasion.Outcome)
            where field.Id != occasion.Outcome!.Serves?.ToField
            let told = occasion.Act.Fields.GetValueOrDefault(field.Id)
            where told is not null
            select $"{field.Title}：{Written(told)}\n"
            : [];

    private static string Written(FieldValue told) => told is DateValue day ? DocumentText.Chinese(day.Date) : DocumentText.Entered(told);
}
