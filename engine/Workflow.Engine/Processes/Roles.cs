using System.Collections.Immutable;

namespace Workflow.Engine.Processes;

/// <summary>What people call the roles that every office has.</summary>
public static class Roles
{
    private static readonly ImmutableDictionary<string, string> Titles = new Dictionary<string, string>
    {
        ["clerk"] = "窗口人员",
        ["officer"] = "经办人",
        ["office-leader"] = "机构负责人",
        ["leader"] = "负责人",
        ["chief"] = "正职负责人",
        ["supervisor"] = "监察员",
        ["reviewer"] = "评查员",
    }.ToImmutableDictionary();

    /// <summary>Returns the title of a role; the role itself where it has none.</summary>
    public static string Title(string role) => Titles.GetValueOrDefault(role, role);

    /// <summary>Returns one of a role in English, such as <c>an officer</c>.</summary>
    public static string One(string role) => ("aeiou".Contains(role[0]) ? "an " : "a ") + role.Replace('-', ' ');
}
