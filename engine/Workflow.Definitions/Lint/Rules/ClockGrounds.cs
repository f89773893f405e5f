using Workflow.Definitions.Laws;
using Workflow.Definitions.Syntax;

namespace Workflow.Definitions.Lint.Rules;

/// <summary>What a clock does not count must lie within its law, and a step that claims a ground must stop something.</summary>
internal static class ClockGrounds
{
    public static readonly LintRule Foreign = LintRule.Error("clock.foreign_ground", "The clock does not count a ground that its law counts",
        "行政许可法 第四十五条 excludes 听证、招标、拍卖、检验、检测、检疫、鉴定、专家评审 from the periods of its section and nothing else; renewal (第五十条) is bound to the day the permit ends and cannot stand still.");

    public static readonly LintRule Unlisted = LintRule.Warning("ground.unlisted", "No clock leaves the step's ground out",
        "A ground says what a step is in law; if no clock lists it, every clock goes on running while the step is open.");

    // These say what a step is for other reasons than a clock: who must act, what must not be skipped, what delivers.
    private static readonly string[] Other = ["核查", "现场核查", "实地核查", "勘验", "检查", "现场检查", "送达", "申请复议期间", "提起诉讼期间", "公众参与", "专家论证", "风险评估", "合法性审查", "集体讨论"];

    public static void Check(Subject subject, Findings findings)
    {
        foreach (var (clock, _, at) in subject.Clocks().Where(c => Statute.IsLicensing(c.Rule.Basis)))
        {
            var renews = (clock.Basis.Article ?? "").StartsWith("第五十条", StringComparison.Ordinal);
            var foreign = clock.NotCounted.Where(g => renews || !Statute.LicensingGrounds.Contains(g)).ToList();
            if (foreign.Count > 0)
                findings.Add(Foreign, at("not-counted"), $"Expected '{clock.Id}' to leave out only what {(renews ? $"{clock.Basis} allows, which is nothing" : "行政许可法 第四十五条 lists")}, but it leaves out {string.Join("、", foreign)}.", "cite the law that excludes it");
        }

        var listed = subject.Clocks().SelectMany(c => c.Rule.NotCounted).ToHashSet(StringComparer.Ordinal);
        foreach (var node in subject.Work.Where(w => w.Ground is { } ground && !listed.Contains(ground) && !Other.Contains(ground)))
            findings.Add(Unlisted, subject.Places.Node(node.Id, "ground"), $"Expected a clock that does not count {node.Ground}, but none lists it, so '{node.Id}' stops nothing.", Nearest.Hint(node.Ground!, listed) ?? "add it under 'not-counted'");
    }
}
