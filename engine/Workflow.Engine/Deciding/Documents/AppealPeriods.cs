using System.Diagnostics;
using System.Globalization;
using Workflow.Engine.Expressions;
using Workflow.Engine.Laws;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Documents;

/// <summary>
/// Within which periods a party may turn against a decision: those that the process itself waits for, told by what the waiting
/// step is in law; where it waits for none, those of the law in force on the document's day, and none where no law of that day is known.
/// So a document cannot name another period than the clock that runs.
/// </summary>
internal static class AppealPeriods
{
    /// <summary>Returns the words of a decision about remedies, ended by a line feed; empty where there is none to name.</summary>
    internal static string Words(CaseLook look, DocumentFacts facts)
    {
        var bodies = Bodies(look.Definition, facts);
        var ask = $"{First(RemedyBody.Reconsideration)}{To(bodies?.Reconsideration)}申请行政复议";
        var court = To(bodies?.Court);
        return facts.Remedies switch
        {
            Remedies.Free => $"如不服本决定，可以{ask}，或者{First(RemedyBody.Court)}{court}提起行政诉讼。\n",
            Remedies.ReconsiderationFirst =>
                $"如不服本决定，应当先{ask}；对复议决定不服的，再{After(look, facts.On)}{court}提起行政诉讼。\n",
            Remedies.None or null => "",
            _ => throw new UnreachableException($"No answer for {facts.Remedies}."),
        };

        string First(RemedyBody to) =>
            InForce(look.Definition, facts.On, p => p.To == to && !p.AfterReconsideration) is { } law
                ? Within(law, Awaited(look, facts.On, law) ?? law.Within)
                : "";
    }

    // A joint decision of several offices goes to a common superior, whom the process does not name.
    private static RemedyBodies? Bodies(ProcessDefinition definition, DocumentFacts facts) =>
        facts.Issuers is [var issuer] ? definition.RemediesOf(issuer)?.On(facts.On) : null;

    // The time to sue after reconsideration is named only by a process that waits for its end.
    private static string After(CaseLook look, DateOnly on) =>
        InForce(look.Definition, on, p => p.AfterReconsideration) is { } law ? Within(law, Awaited(look, on, law)) : "";

    private static Period? Awaited(CaseLook look, DateOnly on, RemedyPeriod law) =>
        law.Step is { } ground
        && Outline.All(look.Definition).OfType<WorkNode>().FirstOrDefault(w => w.Ground == ground)?.Limit is { } limit
            ? limit.Limits.FirstOrDefault(l => Evaluation.IsTrue(l.When, Seen(look, limit, on)))?.Period
            : null;

    // The paper is not served yet: its own day stands for what the period will count from, as if it were served at once.
    private static IValues Seen(CaseLook look, ClockRule limit, DateOnly on) =>
        new CaseValues(look.Process, look.State, look.Calendar) { Supposed = (limit.From, on) };

    // The law in force on the day of the paper.
    private static RemedyPeriod? InForce(ProcessDefinition definition, DateOnly on, Func<RemedyPeriod, bool> isMeant) =>
        definition.RemedyPeriods.FirstOrDefault(p => isMeant(p) && p.InForce.Includes(on));

    private static string Within(RemedyPeriod law, Period? period) => period is null ? "" : $"{Since(law)}{InWords(period)}内";

    private static string Since(RemedyPeriod law) => law.From is { } day ? $"自{day}起" : "在";

    private static string To(string? body) => body is null ? "" : $"向{body}";

    private static string InWords(Period period) =>
        Chinese(period.Amount)
        + period.Unit switch
        {
            PeriodUnit.WorkingDays => "个工作日",
            PeriodUnit.Months => "个月",
            PeriodUnit.Hours => "小时",
            PeriodUnit.Days => "日",
            _ => throw new UnreachableException($"No answer for {period.Unit}."),
        };

    // Two for a number of things, as in 两个月; beyond a hundred nobody writes it out.
    private static string Chinese(int number) =>
        number switch
        {
            2 => "两",
            < 100 => ChineseNumeral.Write(number),
            _ => number.ToString(CultureInfo.InvariantCulture),
        };
}
