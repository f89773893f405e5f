using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;

namespace Workflow.Definitions.Stories.Timelines;

/// <summary>Says how a material stands.</summary>
internal static class MaterialWords
{
    internal static string Of(MaterialStood e, CaseWords words) => $"材料〔{words.Material(e.Material)}〕{Stands(e)}{(e.Document is { } document ? $"（{document}）" : "")}";

    private static string Stands(MaterialStood e) => e.Standing switch
    {
        Standing.Received => $"已收到{Until(e, "，有效期至")}",
        Standing.Promised => $"承诺{Until(e, "至迟于")} 补交",
        Standing.Returned => "原件已退还",
        Standing.Expired => $"已过有效期{Until(e, "，有效期至")}",
        Standing.Shared => $"已由部门共享取得{Until(e, "，有效期至")}",
        _ => Stamp.NamesRule(e.By) ? "逾期未按承诺补交" : "缺",
    };

    private static string Until(MaterialStood e, string words) => e.Until is { } day ? $"{words} {day:yyyy-MM-dd}" : "";
}
