using Workflow.Engine.Messages;

namespace Workflow.Definitions.Syntax;

/// <summary>Why a text is no YAML that is read here, and what YAML readers disagree about.</summary>
internal static class YamlReasons
{
    public static Message Parser(string words) => new("yaml.reason.parser", ("words", words));

    public static Message Depth(int most) => new("yaml.reason.depth", ("most", most));

    public static Message Nodes(int most) => new("yaml.reason.nodes", ("most", most));

    public static Message Anchor() => new("yaml.reason.anchor");

    public static Message Tag() => new("yaml.reason.tag");

    public static Message Truth(string text) => new("yaml.reason.truth", ("text", text));

    public static Message Clock(string text) => new("yaml.reason.clock", ("text", text));

    public static Message Octal(string text) => new("yaml.reason.octal", ("text", text));

    public static Message WideQuotes(string text) => new("yaml.reason.wide_quotes", ("text", text));
}
