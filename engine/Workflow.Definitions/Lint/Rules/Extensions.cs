using System.Diagnostics;
using Workflow.Definitions.Lint.Meaning;
using Workflow.Engine.Laws;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules;

/// <summary>An extension is approved by somebody of rank, and by exactly the one whom the law names.</summary>
internal static class Extensions
{
    public static readonly LintRule Approver = LintRule.Error("extension.approver");

    public static readonly LintRule Rank = LintRule.Error("extension.rank");

    private static readonly string[] Ranks = ["office-leader", "leader", "chief"];

    public static void Check(Subject subject, Findings findings)
    {
        foreach (var (clock, _, at) in subject.Clocks())
        foreach (var approver in clock.Extensions.Select(e => e.Approver))
            if (!Ranks.Contains(Posts.RoleOf(approver)))
                findings.Add(
                    Rank,
                    at("extend"),
                    ("clock", clock.Id),
                    ("approver", approver.ToString()!),
                    ("ranks", MessageValue.List(Ranks))
                );
            else if (Meant(subject, clock) is { Extension.Approver: { } rank } meant && !Fits(subject.Definition, rank, approver))
                findings.Add(Approver, at("extend"), LegalGrounds.Said(clock.Basis, meant), Asked(clock, rank, approver));
    }

    private static (string, MessageValue)[] Asked(ClockRule clock, ApproverRank rank, Assignee approver) =>
        [("rank", new Message(Words(rank))), ("clock", clock.Id), ("basis", clock.Basis.ToString()), ("approver", approver.ToString()!)];

    private static Article? Meant(Subject subject, ClockRule clock) => StatutoryLimits.Meant(clock, subject.Law.Book.About(clock.Basis));

    private static bool Fits(ProcessDefinition definition, ApproverRank rank, Assignee approver) =>
        rank switch
        {
            ApproverRank.Officer => true,
            ApproverRank.OfficeLeader => Posts.RoleOf(approver) == "office-leader",
            ApproverRank.Leader => Posts.Leads(approver) && IsOwn(definition, approver),
            ApproverRank.Chief => Posts.RoleOf(approver) == "chief" && IsOwn(definition, approver),
            ApproverRank.GovernmentLeader => Posts.Leads(approver) && IsGovernment(definition, approver),
            _ => throw new UnreachableException($"no rank {rank}"),
        };

    private static bool IsOwn(ProcessDefinition definition, Assignee approver) =>
        !IsGovernment(definition, approver) && (approver is not OfficeRole office || office.Office == definition.Item.Lead);

    private static bool IsGovernment(ProcessDefinition definition, Assignee approver) =>
        approver is OfficeRole role
        && definition.Offices.FirstOrDefault(o => o.Key == role.Office) is { } office
        && (office.Key == "government" || office.Title.EndsWith("政府", StringComparison.Ordinal));

    private static string Words(ApproverRank rank) =>
        rank switch
        {
            ApproverRank.Officer => "rank.officer",
            ApproverRank.OfficeLeader => "rank.office_leader",
            ApproverRank.Leader => "rank.leader",
            ApproverRank.Chief => "rank.chief",
            ApproverRank.GovernmentLeader => "rank.government_leader",
            _ => throw new UnreachableException($"no rank {rank}"),
        };
}
