using System.Diagnostics;
using Workflow.Definitions.Lint.Meaning;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Laws;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules.Clocks;

/// <summary>An extension is approved by somebody of rank, and by exactly the one whom the law names.</summary>
internal static class Extensions
{
    public static readonly LintRule Approver = LintRule.Error("extension.approver");

    public static readonly LintRule Rank = LintRule.Error("extension.rank");

    public static void Check(Subject subject, Findings findings)
    {
        foreach (var (clock, _, at) in subject.Clocks())
        {
            var personal = 0;
            foreach (var extension in clock.Extensions)
                Check(subject, new Asked(clock, extension, (personal += Times(extension)) - Times(extension), at("extend")), findings);
        }
    }

    // An extension of a clock, after how many that somebody approves alone, and where it stands.
    private sealed record Asked(ClockRule Clock, ExtensionRule Rule, int Before, Position At)
    {
        internal string Approver => Rule.Approver?.ToString() ?? $"{Rule.Collective!.Step}.{Rule.Collective.Outcome}";
    }

    private static int Times(ExtensionRule extension) => extension.Approver is null ? 0 : extension.AtMost;

    private static void Check(Subject subject, Asked asked, Findings findings)
    {
        if (asked.Rule.Approver is { } approver && !Posts.IsOfLeader(approver))
            findings.Add(
                Rank,
                asked.At,
                ("clock", asked.Clock.Id),
                ("approver", asked.Approver),
                ("ranks", MessageValue.List(Roles.Leading))
            );
        else if (Meant(subject, asked.Clock) is { Extension: { } legal } meant && Named(legal, asked) is { } rank)
            if (!Fits(subject.Definition, rank, asked.Rule))
                findings.Add(Approver, asked.At, LegalGrounds.Said(asked.Clock.Basis, meant), Other(asked, rank));
    }

    private static (string, MessageValue)[] Other(Asked asked, ApproverRank rank) =>
        [
            ("rank", new Message(Words(rank))),
            ("clock", asked.Clock.Id),
            ("basis", asked.Clock.Basis.ToString()),
            ("approver", asked.Approver),
        ];

    // The approver that the article names; joint decisions and extensions beyond the article's own need whoever decides further.
    private static ApproverRank? Named(ArticleExtension legal, Asked asked) =>
        legal.Further is { } further && (asked.Rule.Approver is null || asked.Before >= legal.Times) ? further : legal.Approver;

    private static Article? Meant(Subject subject, ClockRule clock) => StatutoryLimits.Meant(clock, subject.Law.Book.About(clock.Basis));

    private static bool Fits(ProcessDefinition definition, ApproverRank rank, ExtensionRule rule) =>
        rule.Approver is { } approver ? Fits(definition, rank, approver) : rank == ApproverRank.Collective;

    private static bool Fits(ProcessDefinition definition, ApproverRank rank, Assignee approver) =>
        rank switch
        {
            ApproverRank.Officer => true,
            ApproverRank.OfficeLeader => Posts.RoleOf(approver) == Roles.OfficeLeader,
            ApproverRank.Leader => Posts.Leads(approver) && IsOwn(definition, approver),
            ApproverRank.Chief => Posts.RoleOf(approver) == Roles.Chief && IsOwn(definition, approver),
            ApproverRank.GovernmentLeader => Posts.Leads(approver) && IsGovernment(definition, approver),
            ApproverRank.Collective => false,
            _ => throw new UnreachableException($"no rank {rank}"),
        };

    private static bool IsOwn(ProcessDefinition definition, Assignee approver) =>
        !IsGovernment(definition, approver) && (approver is not OfficeRole office || office.Office == definition.Item.Lead);

    private static bool IsGovernment(ProcessDefinition definition, Assignee approver) =>
        approver is OfficeRole role
        && definition.Offices.FirstOrDefault(o => o.Key == role.Office) is { } office
        && CommonWords.Government.Name(office.Key, office.Title);

    private static string Words(ApproverRank rank) =>
        rank switch
        {
            ApproverRank.Officer => "rank.officer",
            ApproverRank.OfficeLeader => "rank.office_leader",
            ApproverRank.Leader => "rank.leader",
            ApproverRank.Chief => "rank.chief",
            ApproverRank.GovernmentLeader => "rank.government_leader",
            ApproverRank.Collective => "rank.collective",
            _ => throw new UnreachableException($"no rank {rank}"),
        };
}
