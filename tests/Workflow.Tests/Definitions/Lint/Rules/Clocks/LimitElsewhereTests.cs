using Workflow.Definitions.Lint.Rules.Clocks;

namespace Workflow.Tests.Definitions.Lint.Rules.Clocks;

/// <summary>A clock cites the part of an article that sets its limit. Of 行政许可法 第四十二条 that are the first and the second paragraph.</summary>
public sealed class LimitElsewhereTests
{
    [Test]
    public void A_paragraph_beside_the_one_that_sets_the_limit_is_an_error() =>
        Drafts.Finds(
            LimitElsewhere.Rule,
            "'handling' cites 行政许可法(2019) 第四十二条第五款, which sets no limit; in the same article 第四十二条第一款 and 第四十二条第二款 do.",
            Clock("«行政许可法(2019) 第四十二条第五款")
        );

    [TestCase("行政许可法(2019) 第四十二条第一款", Description = "sets it")]
    [TestCase("行政许可法(2019) 第四十二条", Description = "the whole article holds the paragraphs that set it")]
    [TestCase("行政许可法(2019) 第四十一条", Description = "nobody wrote down a limit of that article")]
    [TestCase("某某办法(2019) 第四十二条第五款", Description = "nobody wrote that law down")]
    [TestCase("internal")]
    public void A_citation_that_sets_the_limit_or_of_which_nothing_is_known_passes(string basis) =>
        Drafts.Passes(LimitElsewhere.Rule, Clock(basis));

    private static string Clock(string basis) =>
        $$"""
            clocks:
              handling: {for: 15 working days, from: accepted, until: decided, basis: {{basis}} }
            steps:
              - {step: accept, by: window.clerk, marks: accepted}
              - {step: decide, by: bureau.officer, marks: decided}
            """;
}
