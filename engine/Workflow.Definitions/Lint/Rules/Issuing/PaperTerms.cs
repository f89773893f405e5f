using System.Diagnostics;
using Workflow.Definitions.Lint.Meaning;
using Workflow.Engine.Laws;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules.Issuing;

/// <summary>What a paper has to say, so that it holds: to whom to turn, on what it rests, what is missing, until when.</summary>
internal static class PaperTerms
{
    public static readonly LintRule Unnamed = LintRule.Warning("document.names_nobody");

    public static readonly LintRule OneOrgan = LintRule.Warning("document.one_organ");

    public static readonly LintRule NoBasis = LintRule.Warning("document.no_basis");

    public static readonly LintRule Extension = LintRule.Warning("document.extension_unsaid");

    public static readonly LintRule Missing = LintRule.Warning("document.missing_unsaid");

    public static readonly LintRule NoDay = LintRule.Warning("document.sets_no_day");

    public static void Check(Subject subject, Findings findings)
    {
        foreach (var (node, body) in subject.Bodies)
        foreach (var paper in subject.Definition.Documents.Where(d => body.Issues.Contains(d.Id)))
        {
            NamesWhere(subject, findings, node, body, paper);
            RestsOnLaw(subject, findings, node, body, paper);
            SetsDay(subject, findings, node, body, paper);
        }
        Extensions(subject, findings);
        Demands(subject, findings);
    }

    private static void NamesWhere(Subject subject, Findings findings, Node node, OutcomeRule body, DocumentType paper)
    {
        if (!IsAdverse(body, paper) || Issuer(subject.Definition, node, paper) is not { } issuer)
            return;
        var bodies = subject.Definition.RemediesOf(issuer)?.On(subject.Definition.InForce.From);
        if (bodies?.Reconsideration is null)
            Add("document.organ");
        else if (!CommonWords.Government.Name(issuer.Key, issuer.Title))
            NamesBoth(subject, findings, (node, body, paper, issuer), bodies.Reconsideration);
        if (bodies?.Court is null)
            Add("document.court");

        void Add(string who) =>
            findings.Add(
                Unnamed,
                subject.Places.Outcome(node.Id, body.Id, "issues"),
                subject.Law.Demanding(Duty.RemediesTold),
                ("document", paper.Id),
                ("office", issuer.Key),
                ("who", new Message(who))
            );
    }

    // Where the party chose between the government and the superior department, who named the government alone hid half of it.
    private static void NamesBoth(
        Subject subject,
        Findings findings,
        (Node Node, OutcomeRule Body, DocumentType Paper, Office Issuer) of,
        string organ
    )
    {
        if (
            CommonWords.Choice.IsTitle(organ)
            || !CommonWords.Government.IsTitle(organ)
            || subject.Law.OfRemedies(Duty.EitherOrgan) is not { } law
        )
            return;
        findings.Add(
            OneOrgan,
            subject.Places.Outcome(of.Node.Id, of.Body.Id, "issues"),
            law,
            ("document", of.Paper.Id),
            ("office", of.Issuer.Key),
            ("day", subject.Definition.InForce.From),
            ("organ", organ)
        );
    }

    private static bool IsAdverse(OutcomeRule body, DocumentType paper) =>
        paper.StatesRemedies && body.Remedies is Remedies.Free or Remedies.ReconsiderationFirst;

    // Several offices decide together before a common superior, whom no office's own line names.
    private static Office? Issuer(ProcessDefinition definition, Node node, DocumentType paper)
    {
        var offices = (paper.Issuer is { } written ? [written] : Acting(node)).Select(o => Office(definition, o)?.InNameOf ?? o);
        return offices.Distinct().ToList() is [var only] ? Office(definition, only) : null;
    }

    private static IEnumerable<string> Acting(Node node) =>
        (
            node switch
            {
                StepNode step => [step.By],
                DrawNode draw => [draw.By],
                JointNode { Vote.Head: { } head } => [head],
                JointNode joint => joint.Participants.Select(p => p.By),
                WaitNode or CallNode or ParallelNode or ChoiceNode => Enumerable.Empty<Assignee>(),
                _ => throw new UnreachableException($"No answer for {node.GetType().Name}."),
            }
        )
            .OfType<OfficeRole>()
            .Select(o => o.Office);

    private static Office? Office(ProcessDefinition definition, string key) => definition.Offices.FirstOrDefault(o => o.Key == key);

    private static void RestsOnLaw(Subject subject, Findings findings, Node node, OutcomeRule body, DocumentType paper)
    {
        if (IsAdverse(body, paper) && paper.Basis is null && body.Basis is null && node is not WorkNode { Limit.Basis.IsInternal: false })
            findings.Add(NoBasis, subject.Places.Document(paper.Id), ("document", paper.Id), ("outcome", body.Id), ("step", node.Id));
    }

    // The day of a clock of the case that it starts, or of the task that it opens.
    private static void SetsDay(Subject subject, Findings findings, Node node, OutcomeRule body, DocumentType paper)
    {
        if (paper.StatesDue && !StartsClock(subject.Definition, body) && body.Steps.FirstOrDefault() is not WorkNode { Limit: not null })
            findings.Add(
                NoDay,
                subject.Places.Outcome(node.Id, body.Id, "issues"),
                ("document", paper.Id),
                ("outcome", body.Id),
                ("step", node.Id)
            );
    }

    private static bool StartsClock(ProcessDefinition definition, OutcomeRule body) =>
        definition.Clocks.Any(c => body.Marks.Any(m => c.From.Contains(m.Moment)));

    private static void Extensions(Subject subject, Findings findings)
    {
        foreach (var (clock, _, at) in subject.Clocks())
        foreach (var paper in subject.Definition.Documents.Where(d => clock.Extensions.Any(e => e.Issues == d.Id)))
            if (!paper.StatesReasons || !paper.StatesDue)
                findings.Add(Extension, at("extend"), ("document", paper.Id), ("clock", clock.Id));
    }

    private static void Demands(Subject subject, Findings findings)
    {
        if (subject.Law.Demanding(Duty.TellOnce) is not { } law)
            return;
        foreach (var (node, body) in subject.Bodies.Where(b => Supplements.Asks(b.Node, b.Body)))
            if (!subject.Definition.Documents.Any(d => d.StatesMissing && body.Issues.Contains(d.Id)))
                findings.Add(Missing, subject.Places.Outcome(node.Id, body.Id), law, ("outcome", body.Id), ("step", node.Id));
    }
}
