using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules.Issuing;

/// <summary>What stands in pointed brackets in a template: a name that no paper knows goes out to the party as it is written.</summary>
internal static class TemplateNames
{
    public static readonly LintRule Unknown = LintRule.Error("document.placeholder");

    public static readonly LintRule Slip = LintRule.Error("document.placeholder_slip");

    public static void Check(Subject subject, Findings findings)
    {
        foreach (var paper in subject.Definition.Documents.Where(d => d.Template is not null))
        foreach (var name in Placeholders.In(paper.Template!).Except(Known(subject)))
            Found(subject, findings, paper, name);
    }

    private static void Found(Subject subject, Findings findings, DocumentType paper, string name)
    {
        var at = subject.Places.Document(paper.Id, "template");
        if (Nearest.Of(name, Known(subject)) is { } meant)
            findings.Add(Slip, at, ("document", paper.Id), ("name", name), ("meant", meant));
        else
            findings.Add(Unknown, at, ("document", paper.Id), ("name", name));
    }

    private static IEnumerable<string> Known(Subject subject) =>
        [
            .. Placeholders.OfEveryPaper,
            .. subject.Definition.Form.Select(f => $"form.{f.Id}"),
            .. subject.Definition.Materials.Select(m => $"material.{m.Id}"),
            .. subject.Definition.Clocks.Select(c => $"due.{c.Id}"),
            .. subject.Work.Where(n => n.Limit is not null).Select(n => $"due.{n.Id}"),
            .. subject.Work.SelectMany(n => Outline.Asks(n).Select(f => $"{n.Id}.{f.Id}")),
            .. subject.Definition.Documents.Select(d => $"{d.Id}.number"),
            .. subject.Definition.Documents.Where(d => d.Valid is not null).Select(d => $"{d.Id}.valid-until"),
        ];
}
