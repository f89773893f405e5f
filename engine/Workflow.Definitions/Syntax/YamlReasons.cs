using Workflow.Engine.Messages;

namespace Workflow.Definitions.Syntax;

/// <summary>Why a text is no YAML that is read here, and what YAML readers disagree about.</summary>
internal static class YamlReasons
{
    public static Message Unknown() => new("yaml.reason.unknown");

    public static Message QuoteOpen(string quote) => new("yaml.reason.quote_open", ("quote", quote));

    public static Message NoSpace() => new("yaml.reason.no_space");

    public static Message Begins(string sign) => new("yaml.reason.begins", ("sign", sign));

    public static Message GoesOn(string sign) => new("yaml.reason.goes_on", ("sign", sign));

    public static Message SecondColon() => new("yaml.reason.second_colon");

    public static Message Shifted() => new("yaml.reason.shifted");

    public static Message Depth(int most) => new("yaml.reason.depth", ("most", most));

    public static Message Nodes(int most) => new("yaml.reason.nodes", ("most", most));

    public static Message Truth(string text) => new("yaml.reason.truth", ("text", text));

    public static Message Clock(string text) => new("yaml.reason.clock", ("text", text));

    public static Message Octal(string text) => new("yaml.reason.octal", ("text", text));

    public static Message WideQuotes(string text) => new("yaml.reason.wide_quotes", ("text", text));
}
