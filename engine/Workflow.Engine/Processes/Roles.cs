using System.Collections.Immutable;
using Workflow.Engine.Messages;

namespace Workflow.Engine.Processes;

/// <summary>What people call the roles that every office has.</summary>
public static class Roles
{
    private static readonly ImmutableDictionary<string, LocalizedText> Titles = new Dictionary<string, LocalizedText>
    {
        ["clerk"] = new("窗口人员", "clerk"),
        ["officer"] = new("经办人", "officer"),
        ["office-leader"] = new("机构负责人", "office leader"),
        ["leader"] = new("负责人", "leader"),
        ["chief"] = new("正职负责人", "chief"),
        ["supervisor"] = new("监察员", "supervisor"),
        ["reviewer"] = new("评查员", "reviewer"),
        ["inspector"] = new("检查人员", "inspector"),
        ["expert"] = new("专家", "expert"),
        ["secretary"] = new("秘书", "secretary"),
        ["auditor"] = new("审计人员", "auditor"),
        ["administrator"] = new("系统管理员", "administrator"),
    }.ToImmutableDictionary();

    // Supervision and audit.
    private static readonly ImmutableHashSet<string> Overseeing = ["supervisor", "auditor"];

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
