using System.Collections.Immutable;

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
    }.ToImmutableDictionary();

    /// <summary>Returns the title of a role; the role itself where it has none, in English with spaces.</summary>
    public static LocalizedText Title(string role) => Titles.GetValueOrDefault(role) ?? new LocalizedText(role, role.Replace('-', ' '));

    /// <summary>Returns one of a role in English, such as <c>an officer</c>.</summary>
    public static string One(string role)
    {
        var title = Title(role).En!;
        return ("aeiou".Contains(title[0]) ? "an " : "a ") + title;
    }
}
