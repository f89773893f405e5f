using System.Collections.Immutable;
using Workflow.Engine.Processes;

namespace Workflow.Host.CaseFiles;

/// <summary>What a paper of a case is by its making; its title may say more.</summary>
[Flags]
public enum PaperKind
{
    None = 0,

    /// <summary>What the party lodged, or what the office opened the case with.</summary>
    Application = 1,

    /// <summary>A document issued that states reasons or remedies.</summary>
    Decision = 2,

    /// <summary>Any other document issued.</summary>
    Document = 4,

    /// <summary>Materials and files.</summary>
    Material = 8,

    /// <summary>What somebody of the office found, answered or approved at a step.</summary>
    Opinion = 16,

    /// <summary>Remarks, and the story of the case.</summary>
    Remark = 32,
}

/// <summary>Which papers belong to a place.</summary>
/// <param name="Place">The place.</param>
/// <param name="Kinds">The kinds it is about.</param>
/// <param name="Words">Any of them in a paper's title; none for every paper of these kinds that no rule with words took.</param>
public sealed record FilingRule(string Place, PaperKind Kinds, params ImmutableArray<string> Words);

/// <summary>
/// In which order a case is filed. The last place of the main file 正卷 and of the side file 副卷 holds what no rule knows, so that nothing is lost.
/// </summary>
/// <param name="Basis">Where the order comes from; it is shown on the cover.</param>
/// <param name="Places">The places, in order.</param>
/// <param name="Rules">What belongs where; the first that fits holds, those with words before those without.</param>
public sealed record FilingOrder(string Basis, FilingPlaces Places, ImmutableArray<FilingRule> Rules)
{
    private const PaperKind Issued = PaperKind.Decision | PaperKind.Document;
    private const PaperKind OfTheOffice = PaperKind.Opinion | PaperKind.Document | PaperKind.Material;

    /// <summary>Penalties: 市场监督管理行政处罚程序规定(2022) 第七十八条.</summary>
    public static FilingOrder Penalty { get; } = new(
        "市场监督管理行政处罚程序规定(2022) 第七十八条",
        FilingPlaces.Penalty,
        [
            new("filing", PaperKind.Opinion | Issued, "立案"),
            new("closing", OfTheOffice, "结案"),
            new("source", OfTheOffice, "案源", "线索", "举报", "投诉"),
            new("investigation", OfTheOffice, "调查终结", "调查报告"),
            new("hearing-report", OfTheOffice, "听证报告"),
            new("hearing", OfTheOffice, "听证笔录"),
            new("review", PaperKind.Opinion | PaperKind.Material, "审核"),
            new("other-documents", Issued, "告知", "通知", "责令", "回执"),
            new("penalty", Issued | PaperKind.Material, "处罚决定", "不予处罚"),
            new("property", Issued | PaperKind.Material, "财物", "罚没", "单据"),
            new("filing", PaperKind.Application),
            new("penalty", PaperKind.Decision),
            new("other-documents", PaperKind.Document),
            new("evidence", PaperKind.Material),
            new("other-side", PaperKind.Opinion | PaperKind.Remark),
        ]);

    /// <summary>
    /// Permits and every other service on application: by DA/T 22-2015 the reply lies before what it replies to, and by
    /// 行政许可法(2019) 第二十九条至第四十八条 what follows is application, acceptance, review and hearing. Which places there are is the office's own.
    /// </summary>
    public static FilingOrder Application { get; } = new(
        "DA/T 22-2015；行政许可法(2019) 第二十九条至第四十八条（卷内分目为内部规定）",
        FilingPlaces.Application,
        [
            new("hearing-report", OfTheOffice, "听证报告"),
            new("hearing", OfTheOffice, "听证笔录"),
            new("closing", OfTheOffice, "办结", "归档"),
            new("inspection", Issued | PaperKind.Material, "勘验", "勘查", "检验报告", "检测报告", "鉴定", "专家评审"),
            new("other-documents", Issued, "告知", "通知", "凭证", "回执", "整改"),
            new("decision", Issued | PaperKind.Material, "决定", "许可证", "执照", "证书", "登记证", "代码证", "批复", "意见书", "送达"),
            new("application", PaperKind.Application),
            new("decision", PaperKind.Decision),
            new("other-documents", PaperKind.Document),
            new("materials", PaperKind.Material),
            new("review", PaperKind.Opinion),
            new("other-side", PaperKind.Remark),
        ]);

    /// <summary>The order for an item of the catalogue, by its type.</summary>
    public static FilingOrder For(string itemType) => FilingPlaces.For(itemType) == FilingPlaces.Penalty ? Penalty : Application;

    /// <summary>The place of a paper.</summary>
    /// <param name="kind">What it is; one kind.</param>
    /// <param name="title">Its title.</param>
    /// <param name="declared">Where its definition has it filed; null where it says nothing. A place of another order is not followed: a case may have moved.</param>
    public string Place(PaperKind kind, string title, string? declared = null) =>
        declared is not null && Places.All.Contains(declared) ? declared : Guess(kind, title);

    private string Guess(PaperKind kind, string title) =>
        (Rules.FirstOrDefault(r => !r.Words.IsEmpty && r.Kinds.HasFlag(kind) && r.Words.Any(w => title.Contains(w, StringComparison.Ordinal)))
            ?? Rules.FirstOrDefault(r => r.Words.IsEmpty && r.Kinds.HasFlag(kind)))?.Place
        ?? (kind is PaperKind.Opinion or PaperKind.Remark ? Places.Side : Places.Main)[^1];
}
