using Workflow.Definitions.Syntax;
using Workflow.Engine.Messages;

namespace Workflow.Definitions.Registers;

/// <summary>What is wrong with the register and the catalogue.</summary>
internal static class RegisterProblems
{
    public static Message Shape(Message what) => new("register.shape", ("what", what));

    public static Message UnknownKey(IEnumerable<string> known, string key) =>
        new Message("register.unknown_key", ("known", MessageValue.List(known)), ("key", key)).With(Ways.Near(key, known));

    public static Message Missing(string key) => new("register.missing", ("key", key));

    public static Message NoStatus() => new("register.no_status");

    public static Message Choice(string key, IEnumerable<string> choices, string found) =>
        new Message("register.choice", ("key", key), ("choices", MessageValue.List(choices)), ("found", found)).With(
            Ways.Near(found, choices)
        );

    public static Message Days(DateOnly from, DateOnly to) => new("register.days", ("from", from), ("to", to));

    public static Message List(string key) => new("register.list", ("key", key));

    public static Message NoText(string key) => new("register.text", ("key", key));

    public static Message Date(string key, string found) => new("register.date", ("key", key), ("found", found));

    public static Message Unreadable(string file, Message reason) => new("register.unreadable", ("file", file), ("reason", reason));

    public static Message EmptyScope() => new("register.empty_scope");

    public static Message PostNotHeld(string post, Message? way) => new Message("register.post_not_held", ("post", post)).With(way);

    public static Message Zone(string found) => new("register.zone", ("found", found));

    public static Message UnknownOrganisation(string found, IEnumerable<string> known) =>
        new Message("register.unknown_organisation", ("found", found)).With(Ways.Near(found, known));

    public static Message UnknownDeputy(string found, IEnumerable<string> known) =>
        new Message("register.unknown_deputy", ("found", found)).With(Ways.Near(found, known));

    public static Message NoDeputy() => new("register.no_deputy");

    public static Message IdOfVisitor(string found) => new("register.id_of_visitor", ("found", found));

    public static Message DeputyCircle(string people, DateOnly day) => new("register.deputy_circle", ("people", people), ("day", day));
}
