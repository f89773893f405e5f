using Workflow.Engine.Messages;

namespace Workflow.Definitions.Syntax;

/// <summary>What is wrong with a file before anybody asks what it means.</summary>
internal static class YamlProblems
{
    public static Message TooManyBytes(int most, int found) => new("yaml.too_large", ("most", most), ("found", found));

    public static Message TooManyCharacters(int most, int found) => new("yaml.too_long", ("most", most), ("found", found));

    public static Message NotUtf8(int at) => new("yaml.encoding", ("at", at));

    public static Message TooDeep(int most) => new("yaml.too_deep", ("most", most));

    public static Message Syntax(Message reason, Message? way = null) => new Message("yaml.syntax", ("reason", reason)).With(way);

    public static Message Anchor() => new("yaml.alias");

    public static Message Tag() => new("yaml.tag");

    /// <summary>Something else than spaces before a key.</summary>
    public static Message Indentation(string sign) => new("yaml.indentation", ("sign", sign));

    /// <summary>A sign that nobody sees.</summary>
    public static Message HiddenSign(string sign) => new("yaml.hidden_sign", ("sign", sign));

    public static Message Unclosed(OpenBracket open) => new("yaml.unclosed", ("close", $"{open.Close}"), ("open", $"{open.Sign}"));

    public static Message Empty() => new("yaml.empty");

    public static Message Documents() => new("yaml.documents");

    public static Message Key() => new("yaml.key");

    public static Message DuplicateKey(string key) => new("yaml.duplicate_key", ("key", key));

    public static Message FullWidth(string sign, string half) => new("yaml.full_width", ("sign", sign), ("half", half));

    /// <summary>A sign that makes a comment of what was meant as text.</summary>
    public static Message CutText(string text) => new("yaml.cut_text", ("text", text));

    /// <summary>A text whose commas stand between braces.</summary>
    public static Message SplitText(string text) => new("yaml.split_text", ("text", text));

    public static Message Surprise(Message what, Message surprise, Message way) =>
        new Message("yaml.surprise", ("what", what), ("surprise", surprise)).With(way);
}
