using Workflow.Definitions.Registers;
using Workflow.Engine.Messages;
using Workflow.Engine.Periods;

namespace Workflow.Definitions.Lint;

/// <summary>What is wrong with a folder as a whole, and with what silences lint.</summary>
internal static class LintProblems
{
    public static Message MissingFile(string file) => new("register.no_file", ("file", file));

    public static Message UnlistedItem(string item, Message? way) => new Message("item.unlisted", ("item", item)).With(way);

    public static Message NeverActive(string item, PeriodInForce days) =>
        new("item.never_active", ("item", item), ("days", days.ToString()));

    public static Message OtherType(CatalogueItem row, string found) =>
        new("item.other_type", ("item", row.Code), ("type", row.Type), ("found", found));

    public static Message OtherLead(CatalogueItem row, string found) =>
        new("item.other_lead", ("item", row.Code), ("lead", row.Lead), ("found", found));

    public static Message Form() => new("lint.form");

    public static Message UnknownCode(string code, Message way) => new Message("lint.unknown_code", ("code", code)).With(way);

    public static Message CodesListed() => new("lint.codes_listed");

    public static Message NoReason(string code) => new("lint.no_reason", ("code", code));

    public static Message NotAllowed(string code) => new("lint.not_allowed", ("code", code));

    public static Message SilencesNothing(string code) => new("lint.silences_nothing", ("code", code));
}
