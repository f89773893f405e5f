using System.Collections.Immutable;
using System.Xml;
using Workflow.Definitions.Syntax;

namespace Workflow.Mining.Logs;

/// <summary>Takes the elements of a log one by one. It throws <see cref="XesRefusedException"/> at what is no log.</summary>
internal sealed class XesElements(XmlReader xml, string file, XesLimits limits)
{
    private int _ofTrace;
    private int _inside;
    private bool _isInLog;

    /// <summary>The keys of dates that somebody uses; of others nobody asks what they hold.</summary>
    internal ImmutableHashSet<string> Used { get; set; } = [];

    /// <summary>Events outside every trace, so far.</summary>
    internal long LooseEvents { get; private set; }

    internal Position Here() => xml is IXmlLineInfo line && line.LineNumber > 0 ? new Position(file, line.LineNumber, Math.Max(1, line.LinePosition)) : new Position(file, 1, 1);

    /// <summary>Reads up to the first trace.</summary>
    internal XesHead Head()
    {
        if (xml.MoveToContent() != XmlNodeType.Element || xml.LocalName != "log") throw Refused("xes.no_log", $"Expected the element 'log', but found {Words()}.");
        Check();
        var version = xml.GetAttribute("xes.version");
        _isInLog = !xml.IsEmptyElement;
        var extensions = ImmutableArray.CreateBuilder<XesExtension>();
        if (_isInLog) Next();
        else ReadOn();
        while (_isInLog && !Is("trace") && !Is("event")) Declaration(extensions);
        return new XesHead(version, extensions.ToImmutable());
    }

    /// <summary>Reads the next trace; null at the end of the log.</summary>
    internal XesTrace? Trace()
    {
        while (_isInLog)
        {
            _ofTrace = 0;
            if (Is("trace")) return Whole();
            if (Is("event"))
            {
                Event();
                LooseEvents++;
            }
            else
            {
                Declaration(ImmutableArray.CreateBuilder<XesExtension>());
            }
        }

        return null;
    }

    // What stands around the traces: declarations, and what the log says of itself, which nothing here uses.
    private void Declaration(ImmutableArray<XesExtension>.Builder extensions)
    {
        if (xml.NodeType == XmlNodeType.EndElement)
        {
            _isInLog = false;
            ReadOn();
            return;
        }

        _ofTrace = 0;
        if (Is("extension") || Is("classifier"))
        {
            if (Is("extension") && extensions.Count < limits.Attributes)
                extensions.Add(new XesExtension(Short("name"), Short("prefix"), Short("uri")));
            Skip();
        }
        else if (Is("global"))
        {
            Attributes();
        }
        else
        {
            Attribute();
        }
    }

    // Finds what should not follow, and checks the end of a gzipped log.
    private void ReadOn()
    {
        while (xml.Read()) { }
    }

    private XesTrace Whole()
    {
        var at = Here();
        var events = ImmutableArray.CreateBuilder<XesEvent>();
        var attributes = Inside(() =>
        {
            if (!Is("event")) return false;
            if (events.Count == limits.Events) throw Refused("xes.too_many_events", $"Expected at most {limits.Events} events in a trace, but there are more.");
            events.Add(Event());
            return true;
        });
        return new XesTrace(at, attributes, events.ToImmutable());
    }

    private XesEvent Event()
    {
        var at = Here();
        return new XesEvent(at, Attributes());
    }

    private ImmutableArray<XesAttribute> Attributes() => Inside(() => false);

    // Reads what is inside the element that the reader stands on, and moves past its end.
    private ImmutableArray<XesAttribute> Inside(Func<bool> other)
    {
        if (xml.IsEmptyElement)
        {
            Next();
            return [];
        }

        var depth = xml.Depth;
        var found = ImmutableArray.CreateBuilder<XesAttribute>();
        Next();
        while (xml.Depth > depth)
            if (!other()) Take(found);
        Next();
        return found.Count == 0 ? [] : found.ToImmutable();
    }

    private void Take(ImmutableArray<XesAttribute>.Builder found)
    {
        // The standard wraps the items of a list in an element of its own.
        if (Is("values")) found.AddRange(Attributes());
        else found.Add(Attribute());
        if (found.Count > limits.Attributes) throw Refused("xes.too_many_attributes", $"Expected at most {limits.Attributes} attributes in one element, but there are more.");
    }

    private XesAttribute Attribute()
    {
        var type = Type();
        if (++_ofTrace > limits.TraceAttributes) throw Refused("xes.too_many_attributes", $"Expected at most {limits.TraceAttributes} attributes in a trace, but there are more.");
        if (xml.GetAttribute("key") is not { Length: > 0 } key) throw Refused("xes.no_key", $"Expected a key at '{xml.LocalName}', but there is none.");
        if (key.Length > limits.Key) throw Refused("xes.key_too_long", $"Expected a key of at most {limits.Key} characters, but it has {key.Length}.");
        var value = type is XesType.List or XesType.Container ? "" : xml.GetAttribute("value");
        if (value is null) throw Refused("xes.no_value", $"Expected a value of '{Quoted(key)}', but there is none.");
        if (value.Length > limits.Value) throw Refused("xes.value_too_long", $"Expected a value of at most {limits.Value} characters, but '{Quoted(key)}' has {value.Length}.");
        var attribute = new XesAttribute(key, type, value, []);
        if (_inside == 0 && Used.Contains(key) && attribute.Fault is { } expected) throw Refused("xes.value", $"Expected {expected} at '{Quoted(key)}', but found '{Quoted(value)}'.");
        _inside++;
        var nested = Attributes();
        _inside--;
        return nested.IsEmpty ? attribute : attribute with { Nested = nested };
    }

    private XesType Type() => xml.NodeType == XmlNodeType.Element && xml.LocalName is var name ? name switch
    {
        "string" => XesType.String,
        "date" => XesType.Date,
        "int" => XesType.Int,
        "float" => XesType.Float,
        "boolean" => XesType.Boolean,
        "id" => XesType.Id,
        "list" => XesType.List,
        "container" => XesType.Container,
        _ => throw Refused("xes.unknown_element", $"Expected an element of an event log, but found {Words()}."),
    } : throw Refused("xes.unknown_element", $"Expected an element of an event log, but found {Words()}.");

    private bool Is(string name) => xml.NodeType == XmlNodeType.Element && xml.LocalName == name;

    private string Short(string attribute) => xml.GetAttribute(attribute) is { } text ? text.Length <= limits.Key ? text : text[..limits.Key] : "";

    private void Skip()
    {
        xml.Skip();
        Check();
    }

    private void Next()
    {
        if (!xml.Read()) throw Refused("xes.xml", "Expected the end of the log, but the text ends before.");
        Check();
    }

    private void Check()
    {
        if (xml.Depth >= limits.Depth) throw Refused("xes.too_deep", $"Expected at most {limits.Depth} levels of nesting, but more open here.");
        if (xml.AttributeCount > limits.XmlAttributes) throw Refused("xes.too_many_attributes", $"Expected at most {limits.XmlAttributes} XML attributes, but there are {xml.AttributeCount}.");
    }

    private string Words() => xml.NodeType == XmlNodeType.Element ? $"'{Quoted(xml.LocalName)}'" : "text";

    private static string Quoted(string text) => text.Length <= 60 ? text : text[..60] + "…";

    private static XesRefusedException Refused(string code, string message) => new(code, message);
}
