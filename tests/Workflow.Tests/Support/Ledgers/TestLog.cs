using System.Text;
using Workflow.Definitions.Reading;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Calendars;
using Workflow.Engine.Processes;
using Workflow.Mining.Conforming;
using Workflow.Mining.Logs;
using Workflow.Mining.Maps;

namespace Workflow.Tests.Support.Ledgers;

/// <summary>A small process and the logs of a system that knows it by other names.</summary>
internal static class TestLog
{
    /// <summary>Receive, then two branches side by side, then a decision that may go back once, then an optional publication.</summary>
    internal const string Process = """
        process: small
        title: 小流程
        in-force: 2020-01-01..
        item: {code: X-1, type: 行政许可, lead: desk}
        basis: [internal]
        offices: {desk: 窗口, review: 审核}
        parties: {applicant: 申请人}
        retention: 10 years
        clocks:
          handling: {title: 办理期限, for: 5 working days, from: received, until: decided, extend: [{by: 5 working days, at-most: 1, approver: review.leader}], basis: internal}
        steps:
          - {step: receive, title: 收件, by: desk.clerk, marks: received}
          - parallel: both
            title: 并行
            join: all
            branches:
              left: [{step: look, title: 看, by: review.officer}]
              right: [{step: measure, title: 量, by: review.officer, mandatory: true}]
          - step: decide
            title: 决定
            by: review.leader
            outcomes:
              grant: {title: 准予, marks: decided}
              refuse: {title: 不予, marks: decided, end: refused}
              again: {title: 补充, back: {to: both, at-most: 1, otherwise: refuse}}
          - {step: publish, title: 公示, when: decide = grant, by: desk.clerk}
        any-time:
          - {step: withdraw, title: 撤回, by: applicant, marks: decided, end: withdrawn}
        """;

    internal const string Map = """
        map: small
        zone: Asia/Shanghai
        unit: org:group
        no-unit: [EMPTY]
        units: {desk: [D], review: [R1, R2]}
        activities:
          in: receive
          look: look
          measure: measure
          decide: decide
          granted: {step: decide, outcome: grant}
          refused: {step: decide, outcome: refuse}
          again: {step: decide, outcome: again}
          publish: publish
          leave: withdraw
          stop: {end: true}
          redo: {return-to: receive}
        ignore: [coffee]
        ended: ended
        clocks: {handling: {deadline: deadline}}
        """;

    /// <summary>The same process with limits of two of its steps.</summary>
    internal static ProcessDefinition Limited { get; } =
        Parsed(
            Process
                .Replaced("title: 看, by: review.officer", "title: 看, by: review.officer, limit: {for: 1 working day, basis: internal}")
                .Replaced(
                    "by: review.leader\n    outcomes:",
                    "by: review.leader\n    limit: {for: 2 working days, basis: internal}\n    outcomes:"
                )
        );

    /// <summary>Judges the limits of steps.</summary>
    internal static CaseVerdict JudgeLimited(string activities) =>
        new CaseJudge(Limited, ReadMap(Map), Weekdays).Judge(Trace(activities), 1);

    private static ProcessDefinition Parsed(string text) =>
        DefinitionReader.Read("small.yaml", text, DefinitionLibrary.Empty) is { Definition: { } definition }
            ? definition
            : throw new InvalidOperationException(
                string.Join('\n', DefinitionReader.Read("small.yaml", text, DefinitionLibrary.Empty).Problems)
            );

    private static readonly Lazy<ProcessDefinition> Read = new(() =>
        DefinitionReader.Read("small.yaml", Process, DefinitionLibrary.Empty) is { Definition: { } definition }
            ? definition
            : throw new InvalidOperationException(
                string.Join('\n', DefinitionReader.Read("small.yaml", Process, DefinitionLibrary.Empty).Problems)
            )
    );

    internal static ProcessDefinition Definition => Read.Value;

    internal static WorkCalendar Weekdays { get; } = new CalendarShelf([], []).Resolve("Asia/Shanghai", DateOnly.MaxValue);

    internal static LogMap ReadMap(string map)
    {
        var problems = new Problems();
        return LogMapReader.Read("map.yaml", Encoding.UTF8.GetBytes(map), [Definition], problems) is [var only]
            ? only
            : throw new InvalidOperationException(string.Join('\n', problems.All));
    }

    /// <summary>Judges one case of activities, a day apart from 1 June 2020 on; an activity may name its unit after an at sign.</summary>
    internal static CaseVerdict Judge(string activities, params (string Key, string Day)[] attributes) =>
        new CaseJudge(Definition, ReadMap(Map), Weekdays).Judge(Trace(activities, attributes), 1);

    internal static XesTrace Trace(string activities, params (string Key, string Day)[] attributes)
    {
        var events = activities.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((a, i) => Event(a.Split('@'), i));
        return new XesTrace(
            new Position("log", 1, 1),
            [Text("concept:name", "c-1"), .. attributes.Select(a => Date(a.Key, a.Day))],
            [.. events]
        );
    }

    private static XesEvent Event(string[] parts, int days) =>
        new(
            new Position("log", 1, 1),
            [
                Text("concept:name", parts[0]),
                Date("time:timestamp", $"2020-06-{1 + days:00}"),
                .. parts.Length > 1 ? [Text("org:group", parts[1])] : Array.Empty<XesAttribute>(),
            ]
        );

    private static XesAttribute Text(string key, string text) => new(key, XesType.String, text, []);

    private static XesAttribute Date(string key, string day) => new(key, XesType.Date, $"{day}T09:00:00+08:00", []);
}
