using System.Diagnostics;
using Workflow.Engine.Deciding.Approvals;
using Workflow.Engine.Deciding.Materials;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Documents;

/// <summary>What a paper takes from the case and the act: its conclusion, what is missing, what was entered, the last days it sets.</summary>
internal static class PaperContent
{
    private const string DuePrefix = "due.";
    private const string MaterialPrefix = "material.";
    private const string ValiditySuffix = ".valid-until";
    private const string NumberSuffix = ".number";

    /// <summary>Returns what a placeholder stands for; null where it names nothing.</summary>
    internal static string? Value(CaseLook look, DocumentType type, DocumentFacts facts, string name) =>
        name switch
        {
            "conclusion" => Conclusion(look, facts.Occasion),
            "missing" => type.StatesMissing ? Missing(look) + More(type, facts.Occasion.Act.OnPaper) : "",
            "materials" => type.StatesMaterials ? HandedIn(look) : "",
            "served" => Receipts.Content(look, facts.Occasion),
            "facts" => RestedOn.Lines(look, type),
            "fields" => Fields(look, type, facts.Occasion),
            "attendance" => type.StatesAttendance ? RollCall(look, facts.Occasion) : "",
            "due" => type.StatesDue ? Due(look, facts.Occasion) : "",
            _ when name.StartsWith(DuePrefix, StringComparison.Ordinal) => LastDay(look, facts.Occasion, name[DuePrefix.Length..]),
            _ when name.StartsWith(MaterialPrefix, StringComparison.Ordinal) => Material(look, name[MaterialPrefix.Length..]),
            var other => Field(look, other),
        };

    // One way on is no conclusion.
    private static string Conclusion(CaseLook look, Occasion occasion) =>
        occasion.Outcome is { } outcome && look.Process.Find(occasion.Step) is WorkNode { Outcomes.Length: > 1 }
            ? $"结论：{outcome.Title}\n"
            : "";

    private static string Missing(CaseLook look)
    {
        var missing = Checking.Missing(look).ToList();
        return missing.Count == 0
            ? ""
            : $"需要补正的材料：\n{string.Concat(missing.Select((m, i) => $"{i + 1}. {m.Title}（{Why(look, m)}）\n"))}";
    }

    // What the applicant can prove to have handed in, by the receipt.
    private static string HandedIn(CaseLook look)
    {
        var there = look
            .Definition.Materials.Select(m => (m.Title, Standing: Standings.Of(look.State, m.Id)))
            .Where(m => m.Standing is Standing.Received or Standing.Promised)
            .ToList();
        return there.Count == 0
            ? ""
            : $"收到的材料：\n{string.Concat(there.Select((m, i) => $"{i + 1}. {m.Title}{Promised(m.Standing)}\n"))}";
    }

    private static string Promised(Standing standing) => standing == Standing.Promised ? "（承诺补交）" : "";

    // What is there and not in order is told in words.
    private static string More(DocumentType type, string? told) =>
        told is null || type.StatesReasons ? "" : $"其他需要补正的内容：{told}\n";

    private static string Why(CaseLook look, Material material) =>
        Standings.Last(look.State, material.Id) is { Standing: Standing.Expired, Until: { } until }
            ? $"有效期至{DocumentText.Chinese(until)}，已过期"
            : "未提交";

    private static string Material(CaseLook look, string id) =>
        Standings.Of(look.State, id) switch
        {
            Standing.Received => "已收到",
            Standing.Promised => "已承诺补交",
            Standing.Returned => "已退还",
            Standing.Expired => "已过期",
            Standing.Shared => "已共享获取",
            Standing.Missing => "未提交",
            var standing => throw new UnreachableException($"No answer for {standing}."),
        };

    // Those who answered were there; whoever else is on the roll was not.
    private static string RollCall(CaseLook look, Occasion occasion)
    {
        if (look.Run(occasion.Step) is not { } step || look.Process.Find(occasion.Step) is not JointNode)
            return "";
        var members = Attendance.Members(step);
        var present = Attendance.Present(step);
        return $"应到{members.Count}人，实到{present.Count}人。\n"
            + Listed(look, "出席：", step, present)
            + Listed(look, "缺席：", step, [.. members.Except(present)]);
    }

    private static string Listed(CaseLook look, string head, StepState step, IReadOnlyCollection<string> members) =>
        members.Count == 0 ? "" : $"{head}{string.Join("、", members.Select(m => Naming.Participant(look, step.Key, m).Zh))}\n";

    private static string Fields(CaseLook look, DocumentType type, Occasion occasion) =>
        string.Concat(
            from id in type.StatesFields ?? []
            let value = occasion.Act.Fields.GetValueOrDefault(id)
            where value is not null
            select $"{Naming.Field(look, occasion.Step, id).Zh}：{DocumentText.Entered(value)}\n"
        );

    private static string Due(CaseLook look, Occasion occasion) =>
        string.Concat(LastDays.Of(look, occasion).Select(d => $"{d.Title}至{d.Words}届满。\n"));

    private static string LastDay(CaseLook look, Occasion occasion, string clock) =>
        (look.State.Clocks.GetValueOrDefault(clock) ?? LastDays.Ahead(look, occasion, clock)) is { } found
            ? LastDays.Words(look, found)
            : "";

    private static string? Field(CaseLook look, string name)
    {
        if ((Validity(look, name) ?? Number(look, name)) is { } ofPaper)
            return ofPaper;
        var dot = name.LastIndexOf('.');
        if (dot < 0 || look.Process.Find(name[..dot]) is null)
            return null;
        return look.Values.StepField(name[..dot], name[(dot + 1)..]) is { } value ? DocumentText.Entered(value) : "";
    }

    // Also of a paper that the act itself revokes: the decision says which.
    private static string? Number(CaseLook look, string name) =>
        name.EndsWith(NumberSuffix, StringComparison.Ordinal)
        && look.Definition.Documents.Any(d => d.Id == name[..^NumberSuffix.Length])
        && look.Process.Find(name[..^NumberSuffix.Length]) is null
            ? look.State.Documents.LastOrDefault(d => d.Issued.Document == name[..^NumberSuffix.Length])?.Issued.Number ?? ""
            : null;

    private static string? Validity(CaseLook look, string name) =>
        name.EndsWith(ValiditySuffix, StringComparison.Ordinal)
        && look.Definition.Documents.FirstOrDefault(d => d.Id == name[..^ValiditySuffix.Length]) is { Valid: not null } other
            ? look.Values.ValidUntil(other.Id) is { } until
                ? DocumentText.Chinese(until)
                : ""
            : null;
}
