using System.Collections.Immutable;
using Workflow.Engine.Statistics;

namespace Workflow.Tests.Engine.Statistics;

/// <summary>The figures of published yearly reports, reproduced from cases one by one: their rates, what they carried over, and what they leave unexplained.</summary>
public sealed class PublishedCountsTests
{
    [Test]
    public void Reconsiderations_that_tripled_were_thirty_five_before()
    {
        var (now, before) = (CaseCounts.Of(Cases(105, _ => Accepted())).Accepted, CaseCounts.Of(Cases(35, _ => Accepted())).Accepted);
        Assert.That($"{new Rate(now - before, before)}", Is.EqualTo("70/35 = 200 %"));
        // A corrected share of 45 % is a whole number of cases only because it is printed without decimals.
        Assert.That(
            new[] { 46, 47, 48 }.Select(part => new Rate(part, now)).Select(r => (r.Percent(0), r.Percent(1))),
            Is.EqualTo(new (decimal?, decimal?)[] { (44m, 43.8m), (45m, 44.8m), (46m, 45.7m) })
        );
    }

    [Test]
    public void All_answered_in_time_is_a_whole() =>
        Assert.That(
            $"{CaseCounts.Of(Cases(71, _ => Accepted() with { Disposal = Disposal.Concluded, OnTime = true })).OnTimeRate}",
            Is.EqualTo("71/71 = 100 %")
        );

    [Test]
    public void Never_to_decide_is_no_way_to_be_on_time()
    {
        var one = Accepted() with { Disposal = Disposal.Concluded, OnTime = true };
        var counts = CaseCounts.Of([one, Accepted() with { IsOverdue = true }, Accepted()]);
        Assert.That(($"{counts.OnTimeRate}", counts.Pending, counts.Overdue, counts.Late), Is.EqualTo(("1/2 = 50 %", 2L, 1L, 0L)));
    }

    [Test]
    public void Nine_received_are_not_nine_accepted()
    {
        var counts = CaseCounts.Of(
            Cases(
                9,
                i =>
                    i < 3
                        ? Received() with
                        {
                            Admission = Admission.NotAccepted,
                        }
                        : Accepted() with
                        {
                            Disposal = i == 3 ? Disposal.Withdrawn : Disposal.Concluded,
                        }
            )
        );
        Assert.That(
            (counts.Received, counts.Accepted, counts.NotAccepted, counts.Withdrawn, counts.Concluded, counts.Pending),
            Is.EqualTo((9L, 6L, 3L, 1L, 5L, 0L))
        );
    }

    [Test]
    public void Eight_of_thirteen_suits_are_pending()
    {
        string[] results = ["驳回", "驳回", "撤诉", "撤诉", "撤销"];
        var all = Cases(
            15,
            i =>
                Accepted(("种类", i < 13 ? "行政" : "民事"), i < 5 ? ("结果", results[i]) : default) with
                {
                    Disposal = i < 5 ? Disposal.Concluded : Disposal.Pending,
                }
        );
        var counts = CaseCounts.Of(all.Where(c => c.Categories["种类"].Contains("行政")));
        var outcomes = Breakdown.Of(all.Where(c => c.Disposal == Disposal.Concluded), c => c.Categories["结果"]);
        Assert.That(
            (Breakdown.Of(all, c => c.Categories["种类"])["民事"].Part, counts.Received, counts.Concluded, counts.Pending),
            Is.EqualTo((2L, 13L, 5L, 8L))
        );
        Assert.That(
            (outcomes["驳回"].Part, outcomes["撤诉"].Part, outcomes["撤销"].Part, outcomes.InNone, outcomes.Overlap),
            Is.EqualTo((2L, 2L, 1L, 0L, 0L))
        );
    }

    [Test]
    public void Cancelled_items_are_more_than_half()
    {
        var items = Breakdown.Of(Enumerable.Range(0, 1325), i => [i < 594 ? "保留" : "取消"]);
        Assert.That(
            ($"{items["取消"].Percent(1)}", items["保留"].Part, items["保留"].Remainder),
            Is.EqualTo(("55.2", 594L, new Rate(731, 1325)))
        );
    }

    [Test]
    public void Items_of_several_kinds_add_up_to_more_than_there_are()
    {
        // 301 items; the kinds are reported with 147, 46 and 128.
        var kinds = Breakdown.Of(
            Enumerable.Range(0, 301),
            i => new[] { (i < 147, "环节"), (i is >= 127 and < 173, "要件"), (i >= 173, "时限") }.Where(k => k.Item1).Select(k => k.Item2)
        );
        Assert.That((kinds.Whole, kinds.Memberships, kinds.Overlap, kinds.InNone), Is.EqualTo((301L, 321L, 20L, 0L)));
    }

    [Test]
    public void Published_units_are_a_share_of_all_first_level_units() =>
        Assert.That(
            Breakdown.Of(Enumerable.Range(0, 77), i => i < 22 ? ["已公布"] : []) is var units
                ? (units["已公布"].Percent(1), units.InNone)
                : default,
            Is.EqualTo(((decimal?)28.6m, 55L))
        );

    [Test]
    public void Departments_and_towns_share_all_items()
    {
        var levels = Breakdown.Of(Enumerable.Range(0, 3622), i => [i < 3276 ? "部门" : "乡镇"]);
        Assert.That(
            (levels["部门"].Percent(1), levels["乡镇"].Percent(1), levels["乡镇"].Part, levels.Whole),
            Is.EqualTo(((decimal?)90.4m, (decimal?)9.6m, 346L, 3622L))
        );
        Assert.That((levels["部门"].Percent(3), levels["乡镇"].Percent(3)), Is.EqualTo(((decimal?)90.447m, (decimal?)9.553m)));
    }

    [Test]
    public void The_conclusion_rate_counts_what_was_carried_over()
    {
        var counts = CaseCounts.Of(Reconsiderations());
        Assert.That(
            (counts.Received, counts.Accepted, counts.NotAccepted, counts.CarriedOver, counts.Concluded, counts.Pending),
            Is.EqualTo((431L, 349L, 82L, 13L, 316L, 46L))
        );
        Assert.That(($"{counts.ConclusionRate}", $"{counts.AcceptanceRate}"), Is.EqualTo(("316/362 = 87.29 %", "349/431 = 80.97 %")));
    }

    [Test]
    public void Outcomes_leave_one_case_unexplained()
    {
        var outcomes = Breakdown.Of(
            Reconsiderations().Where(c => c.Disposal == Disposal.Concluded),
            c => c.Categories.GetValueOrDefault("结果", [])
        );
        Assert.That(
            outcomes.Counts.Keys.Select(k => $"{outcomes[k]}").Order(StringComparer.Ordinal),
            Is.EqualTo(new[] { "2/316 = 0.63 %", "275/316 = 87.03 %", "32/316 = 10.13 %", "6/316 = 1.9 %" })
        );
        // 0.63, 87.03, 10.13 and 1.9 make 99.69: the case without an outcome is missing from the percentages too.
        Assert.That((outcomes.Whole, outcomes.Memberships, outcomes.InNone), Is.EqualTo((316L, 315L, 1L)));
    }

    [Test]
    public void Opinions_are_a_share_of_the_pieces_reviewed() => Assert.That(new Rate(57, 74).Percent(1), Is.EqualTo(77.0m));

    [Test]
    public void Nothing_of_nothing_has_no_percentage() =>
        Assert.That(
            CaseCounts.Of([]).ConclusionRate is var none ? ($"{none}", none.Percent(0)) : default,
            Is.EqualTo(("0/0", (decimal?)null))
        );

    // 431 applications, 349 of them accepted, 13 carried over; 316 concluded, whose outcomes are told for 315.
    private static List<CountedCase> Reconsiderations()
    {
        string[] outcomes =
        [
            .. Enumerable.Repeat("维持", 275),
            .. Enumerable.Repeat("撤销及确认违法", 6),
            .. Enumerable.Repeat("驳回", 2),
            .. Enumerable.Repeat("撤回及其他", 32),
        ];
        var worked = Cases(
            349 + 13,
            i =>
                Accepted(i < outcomes.Length ? ("结果", outcomes[i]) : default) with
                {
                    CarriedOver = i < 13,
                    Disposal = i < 316 ? Disposal.Concluded : Disposal.Pending,
                }
        );
        return [.. worked, .. Cases(82, _ => Received() with { Admission = Admission.NotAccepted })];
    }

    private static List<CountedCase> Cases(int count, Func<int, CountedCase> make) =>
        [.. Enumerable.Range(0, count).Select(i => make(i) with { Number = $"{i + 1}" })];

    private static CountedCase Received() => new() { Number = "", Admission = Admission.Undecided };

    private static CountedCase Accepted(params (string Kind, string Name)[] categories) =>
        Received() with
        {
            Admission = Admission.Accepted,
            Categories = categories
                .Where(c => c.Kind is not null)
                .ToImmutableDictionary(c => c.Kind, c => (ImmutableArray<string>)[c.Name]),
        };
}
