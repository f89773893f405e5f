using Workflow.Definitions.Laws;
using Workflow.Definitions.Lint.Meaning;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Rules;

/// <summary>An extension is approved by somebody of rank, and by exactly the one whom the law names.</summary>
internal static class Extensions
{
    public static readonly LintRule Approver = LintRule.Error("extension.approver", "The law names another approver",
        "行政许可法 第四十二条第一款: 本行政机关负责人; 第二款: 本级人民政府负责人; 行政复议法(2023) 第六十二条: 行政复议机构负责人; 政府信息公开条例(2019) 第三十三条: 工作机构负责人.");

    public static readonly LintRule Rank = LintRule.Error("extension.rank", "Nobody of rank approves the extension",
        "Who handles the case cannot give himself more time; an extension needs a leader of the office, of the organ or of the government.");

    private static readonly string[] Ranks = ["office-leader", "leader", "chief"];

    public static void Check(Subject subject, Findings findings)
    {
        foreach (var (clock, _, at) in subject.Clocks())
            foreach (var extension in clock.Extensions)
            {
                if (!Ranks.Contains(Posts.RoleOf(extension.Approver)))
                    findings.Add(Rank, at("extend"), $"Expected a leader to approve the extension of '{clock.Id}', but {extension.Approver} does.", $"the ranks are {string.Join(", ", Ranks)}");
                else if (Statute.Of(clock.Basis) is { } statute && !Fits(subject.Definition, statute, extension.Approver))
                    findings.Add(Approver, at("extend"), $"Expected {Words(statute.By)} to approve the extension of '{clock.Id}' under {clock.Basis}, but {extension.Approver} does.");
            }
    }

    private static bool Fits(ProcessDefinition definition, Statute statute, Assignee approver) => statute.By switch
    {
        ExtendedBy.OwnLeader => Posts.Leads(approver) && !IsGovernment(definition, approver) && (approver is not OfficeRole office || office.Office == definition.Item.Lead),
        ExtendedBy.GovernmentLeader => Posts.Leads(approver) && IsGovernment(definition, approver),
        _ => Posts.RoleOf(approver) == "office-leader",
    };

    private static bool IsGovernment(ProcessDefinition definition, Assignee approver) =>
        approver is OfficeRole role && definition.Offices.FirstOrDefault(o => o.Key == role.Office) is { } office
        && (office.Key == "government" || office.Title.EndsWith("政府", StringComparison.Ordinal));

    private static string Words(ExtendedBy by) => by switch
    {
        ExtendedBy.OwnLeader => "the leader of the organ that leads the item",
        ExtendedBy.GovernmentLeader => "the leader of the government",
        _ => "the leader of the office (office-leader)",
    };
}
