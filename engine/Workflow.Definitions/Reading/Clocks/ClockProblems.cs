using Workflow.Engine.Messages;

namespace Workflow.Definitions.Reading.Clocks;

/// <summary>What is wrong with clocks and limits.</summary>
internal static class ClockProblems
{
    public static Message TaxRoll(string clock) => new("clock.tax_roll", ("clock", clock));

    public static Message TaxRollWithoutLaw(string clock, DateOnly day) =>
        new("clock.tax_roll_without_law", ("clock", clock), ("day", day));

    public static Message SetBySeveral(string clock, string step) => new("clock.set_by_several", ("clock", clock), ("step", step));

    public static Message SetByAlone(Message what) => new("clock.set_by_alone", ("what", what));

    public static Message SetBy(Message found) => new("clock.set_by", ("found", found));

    public static Message SetByUnit(string field, string unit, Message limit) =>
        new("clock.set_by_unit", ("field", field), ("unit", unit), ("limit", limit));

    public static Message MixedUnits(string clock, Message limit, Message extension) =>
        new("clock.mixed_units", ("clock", clock), ("limit", limit), ("extension", extension));

    public static Message OnExpiryOfCase(string clock) => new("clock.on_expiry", ("clock", clock));

    public static Message Once(string key) => new("clock.once", ("key", key));

    public static Message NoLimit(Message what) => new("clock.no_limit", ("what", what));
}
