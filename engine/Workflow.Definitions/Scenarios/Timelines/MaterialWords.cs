using Workflow.Engine.Cases;

namespace Workflow.Definitions.Scenarios.Timelines;

/// <summary>Says how a material stands.</summary>
internal static class MaterialWords
{
    internal static string Of(MaterialStood e, CaseWords words) => $"材料〔{words.Material(e.Material)}〕{Standing(e)}{(e.Document is { } document ? $"（{document}）" : "")}";

    private static string Standing(MaterialStood e) => e.Standing switch
    {
        Engine.Cases.Standing.Received => $"已收到{Until(e, "，有效期至")}",
        Engine.Cases.Standing.Promised => $"承诺{Until(e, "至迟于")} 补交",
        Engine.Cases.Standing.Returned => "原件已退还",
        Engine.Cases.Standing.Expired => $"已过有效期{Until(e, "，有效期至")}",
        Engine.Cases.Standing.Shared => $"已由部门共享取得{Until(e, "，有效期至")}",
        _ => Stamp.NamesRule(e.By) ? "逾期未按承诺补交" : "缺",
    };

    private static string Until(MaterialStood e, string words) => e.Until is { } day ? $"{words} {day:yyyy-MM-dd}" : "";
}
