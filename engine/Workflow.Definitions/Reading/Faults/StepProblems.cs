using Workflow.Engine.Messages;

namespace Workflow.Definitions.Reading.Faults;

/// <summary>What is wrong with steps, blocks and where they lead.</summary>
internal static class StepProblems
{
    public static Message NoKind(Message found, IEnumerable<string> kinds) =>
        new("step.shape", ("found", found), ("kinds", MessageValue.List(kinds)));

    public static Message Kind(string found, Message way) => new Message("step.kind", ("found", found)).With(way);

    public static Message AnyTimeKind(string found) => new("any_time.kind", ("found", found));

    public static Message TooMany(int most) => new("process.too_large", ("most", most));

    public static Message TooDeep(int most) => new("process.too_deep", ("most", most));

    public static Message NoSteps() => new("process.no_steps");

    public static Message ProcessOverlap(string process, string days, string other, string file) =>
        new("process.overlap", ("process", process), ("days", days), ("other", other), ("file", file));

    public static Message SamePerson(Message found, string outcome) => new("assign.same_person", ("found", found), ("outcome", outcome));

    public static Message NoWaitLimit(string step) => new("wait.no_limit", ("step", step));

    public static Message FewBranches(string step, int found) => new("parallel.branches", ("step", step), ("found", found));

    public static Message NoOtherwise(string step) => new("choice.no_otherwise", ("step", step));

    public static Message OtherwiseElsewhere(string step) => new("choice.otherwise_elsewhere", ("step", step));

    public static Message NoCase(string step) => new("choice.case", ("step", step));

    public static Message OtherwiseFalse() => new("choice.otherwise_false");

    public static Message DuplicateCase(string step, string id) => new("choice.duplicate", ("step", step), ("id", id));

    public static Message NoOutcome(string step) => new("outcome.none", ("step", step));

    public static Message StepsAtStep(string step) => new("outcome.steps", ("step", step));

    public static Message FilledBySeveral(string step, string filled) => new("rows.filled_by_several", ("step", step), ("filled", filled));

    public static Message EndAfterEnd(string step, string outcome) => new("after.end", ("step", step), ("outcome", outcome));

    public static Message LeaveNotAround(string step, string block, Message? way) =>
        new Message("leave.not_around", ("step", step), ("block", block)).With(way);

    public static Message BackElsewhere(string step, string to) => new("back.not_behind", ("step", step), ("to", to));

    public static Message BackNowhere(string step, string to) => new("back.no_step", ("step", step), ("to", to));

    public static Message BackOtherwise(string step, string found, Message? way) =>
        new Message("back.otherwise", ("step", step), ("found", found)).With(way);

    public static Message BackRowsStraight(string step) => new("back.rows", ("step", step));

    public static Message BackRowsNone(string step) => new("back.no_rows", ("step", step));

    public static Message BackItself(string step, string outcome) => new("back.otherwise_itself", ("step", step), ("outcome", outcome));

    public static Message NotOffice(string field, Message reason) => new("field.not_office", ("field", field), ("reason", reason));
}
