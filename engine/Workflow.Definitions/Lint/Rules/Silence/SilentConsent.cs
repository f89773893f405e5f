using Workflow.Definitions.Laws;
using Workflow.Definitions.Lint.Meaning;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules.Silence;

/// <summary>Silence is consent only where a law says so; an office's own rule may let it stand for an opinion.</summary>
internal static class SilentConsent
{
    public static readonly LintRule Decision = LintRule.Error("silence.consent");

    public static readonly LintRule Opinion = LintRule.Warning("silence.consent_opinion");

    public static void Check(Subject subject, Findings findings)
    {
        foreach (var node in subject.Work)
            if (
                node.Limit is { Basis.IsInternal: true, OnExpiry: { } expiry }
                && node.Outcomes.FirstOrDefault(o => o.Id == expiry) is { } body
                && Consent.Is(body)
            )
                One(subject, findings, node, body);
    }

    private static void One(Subject subject, Findings findings, WorkNode node, OutcomeRule body)
    {
        var at = subject.Places.Limit(node.Id, "on-expiry");
        if (Effect(subject, node, body) is { } effect)
            findings.Add(Decision, at, ("outcome", body.Id), ("step", node.Id), ("effect", effect));
        else
            findings.Add(Opinion, at, ("outcome", body.Id), ("step", node.Id));
    }

    private static Message? Effect(Subject subject, WorkNode node, OutcomeRule body)
    {
        var issued = node.Outcomes.SelectMany(o => o.Issues).FirstOrDefault(subject.Papers.IsPermit);
        if (issued is not null)
            return new Message("silence.issues", ("document", issued));
        var started = subject
            .Clocks()
            .FirstOrDefault(c => !c.Rule.Basis.IsInternal && body.Marks.Any(m => c.Rule.From.Contains(m.Moment)))
            ?.Rule;
        return started is null
            ? null
            : new Message("silence.starts", ("clock", started.Id), ("law_title", LawBook.Short(started.Basis.Law)));
    }
}
