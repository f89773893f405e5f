using System.Diagnostics;
using Workflow.Definitions.Lint.Meaning;
using Workflow.Engine.Laws;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules.Silence;

/// <summary>What silence means under an article, and from which day, the article says and no process.</summary>
internal static class SilenceByLaw
{
    public static readonly LintRule Against = LintRule.Error("silence.against_law");

    public static readonly LintRule OtherDay = LintRule.Error("silence.other_day");

    private static readonly SilenceMeaning[] Consents =
    [
        SilenceMeaning.Accepted,
        SilenceMeaning.Granted,
        SilenceMeaning.Consent,
        SilenceMeaning.NoObjection,
    ];

    public static void Check(Subject subject, Findings findings)
    {
        foreach (var clock in subject.Clocks())
            if (clock is { Step: { } node, Rule.OnExpiry: { } expiry } && node.Outcomes.FirstOrDefault(o => o.Id == expiry) is { } body)
                foreach (var basis in clock.Rule.Limits.Select(l => l.Basis ?? clock.Rule.Basis).Distinct())
                    One(subject, findings, new Expired(clock, node, body, basis));
    }

    private static void One(Subject subject, Findings findings, Expired silent)
    {
        var said = subject.Law.Book.About(silent.Basis).Where(a => a.Silence is not null).ToList();
        var meant = said.Where(silent.IsMeantBy).ToList();
        if (said.Count > 0 && meant.Count == 0 && silent.Consents)
            Add(Against, "on-expiry", said[0]);
        else if (meant.Count > 0 && meant.TrueForAll(a => !silent.IsOfDay(a.Silence!.AsOf)))
            Add(OtherDay, silent.Clock.Rule.AsOf == AsOf.Start ? "as-of" : "on-expiry", meant[0]);

        void Add(LintRule rule, string key, Article law) =>
            findings.Add(
                rule,
                silent.Clock.At(key),
                LegalGrounds.Said(silent.Basis, law),
                ("outcome", silent.Body.Id),
                ("step", silent.Node.Id),
                ("basis", silent.Basis.ToString())
            );
    }

    private sealed record Expired(PlacedClock Clock, WorkNode Node, OutcomeRule Body, LegalBasis Basis)
    {
        public bool Consents { get; } = Consent.Is(Body);

        // An outcome that is not what the article deems takes effect by the process, and so does its day.
        public bool IsMeantBy(Article article) =>
            article.Silence!.Means != SilenceMeaning.None && SilenceByLaw.Consents.Contains(article.Silence.Means) == Consents;

        // A process has no word for the end of what was to be renewed.
        public bool IsOfDay(SilenceDay? day) =>
            day switch
            {
                SilenceDay.Start => Clock.Rule.AsOf == AsOf.Start,
                SilenceDay.Due => Clock.Rule.AsOf == AsOf.Due,
                SilenceDay.Expiry or null => true,
                _ => throw new UnreachableException($"No answer for {day}."),
            };
    }
}
