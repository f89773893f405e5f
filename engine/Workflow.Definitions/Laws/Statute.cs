using System.Collections.Immutable;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Laws;

/// <summary>Who may extend a period of law.</summary>
internal enum ExtendedBy
{
    /// <summary>The leader of the organ that decides (本行政机关负责人).</summary>
    OwnLeader,

    /// <summary>The leader of the government (本级人民政府负责人).</summary>
    GovernmentLeader,

    /// <summary>The leader of the office inside the organ (机构负责人).</summary>
    OfficeLeader,
}

/// <summary>A period of law whose length and extension one article gives.</summary>
/// <param name="Law">The law's short title.</param>
/// <param name="Editions">The editions of which it is true.</param>
/// <param name="Article">The article as cited, or its beginning.</param>
/// <param name="Longest">The longest period it allows.</param>
/// <param name="Extension">By how much it may be extended, once.</param>
/// <param name="By">Who extends it.</param>
internal sealed record Statute(string Law, ImmutableArray<int> Editions, string Article, Period Longest, Period Extension, ExtendedBy By)
{
    private static readonly ImmutableArray<int> Licensing = [2003, 2019];

    /// <summary>The periods that lint knows.</summary>
    public static readonly ImmutableArray<Statute> All =
    [
        new("行政许可法", Licensing, "第四十二条第一款", Working(20), Working(10), ExtendedBy.OwnLeader),
        new("行政许可法", Licensing, "第四十二条第二款", Working(45), Working(15), ExtendedBy.GovernmentLeader),
        new("行政复议法", [2023], "第六十二条第一款", Days(60), Days(30), ExtendedBy.OfficeLeader),
        new("政府信息公开条例", [2019], "第三十三条", Working(20), Working(20), ExtendedBy.OfficeLeader),
    ];

    /// <summary>The grounds that 行政许可法 第四十五条 does not count.</summary>
    public static readonly ImmutableArray<string> LicensingGrounds = ["听证", "招标", "拍卖", "检验", "检测", "检疫", "鉴定", "专家评审"];

    /// <summary>Whether a clock stands on 行政许可法 and on which article.</summary>
    public static bool IsLicensing(LegalBasis basis) => LawEditions.Short(basis.Law) == "行政许可法";

    /// <summary>The known period behind a citation; null for none.</summary>
    public static Statute? Of(LegalBasis basis) =>
        All.FirstOrDefault(s => LawEditions.Short(basis.Law) == s.Law && basis.Edition is { } year && s.Editions.Contains(year) && (basis.Article ?? "").StartsWith(s.Article, StringComparison.Ordinal));

    /// <summary>Whether a citation is of an article that speaks of granted cases only.</summary>
    public static bool IsForGranted(LegalBasis basis) => IsLicensing(basis) && (basis.Article ?? "").StartsWith("第四十四条", StringComparison.Ordinal);

    /// <summary>Whether the cited law lets silence end a matter only where there was no good cause (无正当理由), which a person must find.</summary>
    public static bool AsksForGoodCause(LegalBasis basis) => (LawEditions.Short(basis.Law), basis.Edition, basis.Article ?? "") switch
    {
        ("行政复议法", 2023, var article) => article.StartsWith("第三十一条", StringComparison.Ordinal),
        ("政府信息公开条例", 2019, var article) => article.StartsWith("第三十条", StringComparison.Ordinal),
        _ => false,
    };

    private static Period Working(int days) => new(days, PeriodUnit.WorkingDays);

    private static Period Days(int days) => new(days, PeriodUnit.Days);
}
