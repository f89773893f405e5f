using System.Collections.Immutable;
using Workflow.Engine.Messages;

namespace Workflow.Engine.Processes;

/// <summary>The roles that every office has: the words by which definitions and registers name them, and what people call them. A definition may name others beside.</summary>
public static class Roles
{
    /// <summary>Who sits at the window.</summary>
    public const string Clerk = "clerk";

    /// <summary>Who works on a case.</summary>
    public const string Officer = "officer";

    /// <summary>Who leads a division of an office.</summary>
    public const string OfficeLeader = "office-leader";

    /// <summary>Who leads an office, and of the leading office a case.</summary>
    public const string Leader = "leader";

    /// <summary>The first among the leaders.</summary>
    public const string Chief = "chief";

    /// <summary>Who supervises how work is done; reads every case.</summary>
    public const string Supervisor = "supervisor";

    /// <summary>Who reviews files of cases that have ended.</summary>
    public const string Reviewer = "reviewer";

    /// <summary>Who inspects on the spot.</summary>
    public const string Inspector = "inspector";

    /// <summary>Who is asked for knowledge that the office lacks.</summary>
    public const string Expert = "expert";

    /// <summary>Who keeps the minutes.</summary>
    public const string Secretary = "secretary";

    /// <summary>Who audits; reads every case, and who has read it.</summary>
    public const string Auditor = "auditor";

    /// <summary>Who looks after the system; that gives no right to any case.</summary>
    public const string Administrator = "administrator";

    private static readonly ImmutableDictionary<string, LocalizedText> Titles = new Dictionary<string, LocalizedText>
    {
        [Clerk] = new("窗口人员", "clerk"),
        [Officer] = new("经办人", "officer"),
        [OfficeLeader] = new("机构负责人", "office leader"),
        [Leader] = new("负责人", "leader"),
        [Chief] = new("正职负责人", "chief"),
        [Supervisor] = new("监察员", "supervisor"),
        [Reviewer] = new("评查员", "reviewer"),
        [Inspector] = new("检查人员", "inspector"),
        [Expert] = new("专家", "expert"),
        [Secretary] = new("秘书", "secretary"),
        [Auditor] = new("审计人员", "auditor"),
        [Administrator] = new("系统管理员", "administrator"),
    }.ToImmutableDictionary();

    // Supervision and audit.
    private static readonly ImmutableHashSet<string> Overseeing = [Supervisor, Auditor];

    /// <summary>Every role of this list, in the order of the alphabet.</summary>
    public static ImmutableArray<string> All { get; } = [.. Titles.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The roles that act at steps, as definitions name them.</summary>
    public static ImmutableArray<string> AtSteps { get; } =
    [Clerk, Officer, OfficeLeader, Leader, Chief, Inspector, Reviewer, Secretary, Expert];

    /// <summary>The roles of those who lead, from a division up.</summary>
    public static ImmutableArray<string> Leading { get; } = [OfficeLeader, Leader, Chief];

    /// <summary>Whether whoever holds a role reads every case, whichever offices take part in it: supervision and audit.</summary>
    public static bool Oversees(string role) => Overseeing.Contains(role);

    /// <summary>Returns the title of a role; the role itself where it has none, in English with spaces.</summary>
    public static LocalizedText Title(string role) => Titles.GetValueOrDefault(role) ?? new LocalizedText(role, role.Replace('-', ' '));

    /// <summary>Returns the title of a role as a definition has it.</summary>
    public static LocalizedText Title(ProcessDefinition definition, string role) =>
        definition.RoleTitles.GetValueOrDefault(role) ?? Title(role);

    /// <summary>Names a role, in English one of it, such as <c>an officer</c>.</summary>
    public static NameValue One(ProcessDefinition definition, string role) => One(Title(definition, role), role);

    /// <summary>Names a role that no definition is asked for, in English one of it.</summary>
    public static NameValue One(string role) => One(Title(role), role);

    private static NameValue One(LocalizedText title, string role)
    {
        return new NameValue(role, title.Zh, title.En is { } english ? $"{Article(english)} {english}" : null);
    }

    /// <summary>Names one of a post, as in 综合窗口·窗口人员 and “a clerk of 综合窗口”.</summary>
    /// <param name="definition">The definition that names the role.</param>
    /// <param name="key">The id of the name.</param>
    /// <param name="office">The office.</param>
    /// <param name="role">The role.</param>
    public static NameValue Post(ProcessDefinition definition, string key, NameValue office, string role) =>
        Post(key, office, One(definition, role));

    /// <summary>Names one of a post by the office and by one who holds the role.</summary>
    public static NameValue Post(string key, NameValue office, NameValue one)
    {
        return new NameValue(
            key,
            $"{office.Zh}·{one.Zh}",
            $"{one.En ?? one.Zh} of {(office.En is { } english ? "the " + english : office.Zh)}"
        );
    }

    private static string Article(string noun) => "aeiouAEIOU".Contains(noun[0]) ? "an" : "a";
}
