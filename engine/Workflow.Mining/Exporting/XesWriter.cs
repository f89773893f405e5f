using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using Workflow.Engine.Record.State;
using Workflow.Mining.Logs;
using Workflow.Mining.Maps;

namespace Workflow.Mining.Exporting;

/// <summary>Writes cases as an event log of IEEE 1849, one after another: only one is in memory. The cost extension is not declared, because the engine collects nothing.</summary>
public sealed class XesWriter : IDisposable
{
    private const string Namespace = "http://www.xes-standard.org/";

    private static readonly XesExtension[] Extensions =
    [
        new("Concept", "concept", "http://www.xes-standard.org/concept.xesext"),
        new("Lifecycle", "lifecycle", "http://www.xes-standard.org/lifecycle.xesext"),
        new("Organizational", "org", "http://www.xes-standard.org/org.xesext"),
        new("Time", "time", "http://www.xes-standard.org/time.xesext"),
        new("Identity", "identity", "http://www.xes-standard.org/identity.xesext"),
        OwnLog.Extension,
    ];

    private readonly XmlWriter _xml;

    /// <summary>Begins a log.</summary>
    /// <param name="stream">Where to; stays open.</param>
    public XesWriter(Stream stream)
    {
        _xml = XmlWriter.Create(stream, Settings);
        _xml.WriteStartElement("log", Namespace);
        _xml.WriteAttributeString("xes.version", "1849.2016");
        _xml.WriteAttributeString("xes.features", "");
        foreach (var extension in Extensions)
            Element("extension", ("name", extension.Name), ("prefix", extension.Prefix), ("uri", extension.Uri));
        OfEveryTrace();
        OfEveryEvent();
        Classifier("Activity", "concept:name lifecycle:transition");
        Classifier("Resource", "org:resource");
        Text("concept:name", "workflow");
        Text("lifecycle:model", "standard");
    }

    private static XmlWriterSettings Settings =>
        new()
        {
            Encoding = new UTF8Encoding(false),
            Indent = true,
            NewLineChars = "\n",
            CloseOutput = false,
            CheckCharacters = false,
        };

    /// <summary>Writes one case.</summary>
    public void Write(LoggedCase told)
    {
        _xml.WriteStartElement("trace", Namespace);
        Text("concept:name", told.Number);
        Id(told.Number);
        Text(OwnLog.Process, told.Process.Definition.Id);
        Text(OwnLog.Definition, told.Process.Digest);
        Given(OwnLog.Result, told.State.Result);
        if (told.ConcludedAt is { } at)
            Moment(OwnLog.ConcludedAt, at);
        Days(told.State);
        foreach (var happened in told.Events)
            Write(happened);
        _xml.WriteEndElement();
    }

    private void Days(CaseState state)
    {
        foreach (var (moment, marked) in state.Moments)
            Day(OwnLog.Moment(moment), marked.Day);
        foreach (var clock in state.Clocks.Values.Where(c => c.IsOfCase))
            Day(OwnLog.Due(clock.Id), clock.DueOn);
    }

    /// <summary>Ends the log.</summary>
    public void Dispose()
    {
        _xml.WriteEndElement();
        _xml.WriteWhitespace("\n");
        _xml.Dispose();
    }

    private void Write(LoggedEvent happened)
    {
        _xml.WriteStartElement("event", Namespace);
        Standard(happened);
        OurOwn(happened);
        _xml.WriteEndElement();
    }

    // By the extensions that every reader of logs knows.
    private void Standard(LoggedEvent happened)
    {
        Text("concept:name", happened.Activity);
        Text("lifecycle:transition", happened.Transition);
        Moment("time:timestamp", happened.At);
        Text("org:resource", happened.Actor);
        Given("org:role", happened.Role);
        Given("org:group", happened.Organisation);
        Id(happened.Id);
        Given("concept:instance", happened.Step);
    }

    private void OurOwn(LoggedEvent happened)
    {
        Text(OwnLog.Kind, happened.Kind);
        Day(OwnLog.On, happened.On);
        Given(OwnLog.Assigned, happened.Assigned);
        Given(OwnLog.Office, happened.Office);
        Given(OwnLog.Act, happened.Act);
        Given(OwnLog.Outcome, happened.Outcome);
    }

    private void Given(string key, string? value)
    {
        if (value is not null)
            Text(key, value);
    }

    private void OfEveryTrace()
    {
        BeginGlobal("trace");
        Text("concept:name", "UNKNOWN");
        _xml.WriteEndElement();
    }

    private void OfEveryEvent()
    {
        BeginGlobal("event");
        Text("concept:name", "UNKNOWN");
        Text("lifecycle:transition", "complete");
        Moment("time:timestamp", DateTimeOffset.UnixEpoch);
        Text("org:resource", "UNKNOWN");
        _xml.WriteEndElement();
    }

    private void BeginGlobal(string scope)
    {
        _xml.WriteStartElement("global", Namespace);
        _xml.WriteAttributeString("scope", scope);
    }

    private void Classifier(string name, string keys) => Element("classifier", ("name", name), ("scope", "event"), ("keys", keys));

    private void Text(string key, string value) => Element("string", ("key", key), ("value", Legal(value)));

    private void Moment(string key, DateTimeOffset at) =>
        Element(
            "date",
            ("key", key),
            ("value", at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+00:00'", CultureInfo.InvariantCulture))
        );

    // A day has no zone; noon keeps it the same day in every zone that an authority of ours has.
    private void Day(string key, DateOnly day) =>
        Element("date", ("key", key), ("value", day.ToString("yyyy-MM-dd'T12:00:00.000+08:00'", CultureInfo.InvariantCulture)));

    private void Id(string name) => Element("id", ("key", "identity:id"), ("value", Identity(name)));

    private void Element(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        _xml.WriteStartElement(name, Namespace);
        foreach (var (attribute, value) in attributes)
            _xml.WriteAttributeString(attribute, value);
        _xml.WriteEndElement();
    }

    // The same thing has the same identity in every export of the ledger.
    private static string Identity(string name) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16)).ToString();

    // A remark may hold what XML cannot, half a character too.
    private static string Legal(string text) =>
        string.Concat(text.EnumerateRunes().Select(r => r.IsBmp && !XmlConvert.IsXmlChar((char)r.Value) ? "\uFFFD" : r.ToString()));
}
