using System.Xml.Linq;
using Workflow.Definitions.Drawing;
using Workflow.Definitions.Wording;
using Workflow.Engine.Processes;

namespace Workflow.Tests.Definitions.Drawing;

/// <summary>Every shipped process as a picture: nothing missing, nothing over anything else, nothing outside.</summary>
public sealed class ProcessPictureTests
{
    private static IEnumerable<TestCaseData> Shipped() =>
        from process in ShippedStories.World.Processes.Select(p => p.Definition)
        from language in Enum.GetValues<Language>()
        select new TestCaseData(process, language).SetArgDisplayNames(process.Id, $"{language}");

    [TestCaseSource(nameof(Shipped))]
    public void Every_step_has_one_box(ProcessDefinition process, Language language)
    {
        var drawn = ProcessPicture.Of(process, language).Boxes.Where(b => b.Id.Length > 0).Select(b => b.Id);
        var nodes = Outline.All(process.Steps).Concat(Outline.All(process.After)).Concat(process.AnyTime).Select(n => n.Id);
        Assert.That(drawn, Is.EquivalentTo(nodes.Except(Beside(process))));
    }

    [TestCaseSource(nameof(Shipped))]
    public void No_box_lies_over_another_or_outside(ProcessDefinition process, Language language)
    {
        var picture = ProcessPicture.Of(process, language);
        var whole = new Rectangle(0, 0, picture.Width, picture.Height);
        Assert.That(picture.Boxes.Where(b => !Within(b.Place, whole)).Select(b => b.Title), Is.Empty);
        Assert.That(
            from one in picture.Boxes
            from other in picture.Boxes
            where !ReferenceEquals(one, other) && Meet(one.Place, other.Place)
            select $"{one.Title} over {other.Title}",
            Is.Empty
        );
    }

    [TestCaseSource(nameof(Shipped))]
    public void Lines_are_level_or_plumb_and_stay_inside(ProcessDefinition process, Language language)
    {
        var picture = ProcessPicture.Of(process, language);
        foreach (var line in picture.Lines)
        {
            var bends = line.Points.Zip(line.Points.Skip(1));
            Assert.That(bends.Where(b => b.First.X != b.Second.X && b.First.Y != b.Second.Y), Is.Empty);
            Assert.That(line.Points.Where(p => p.X < 0 || p.Y < 0 || p.X > picture.Width || p.Y > picture.Height), Is.Empty);
        }
    }

    [TestCaseSource(nameof(Shipped))]
    public void It_is_written_as_XML(ProcessDefinition process, Language language)
    {
        var picture = ProcessPicture.Of(process, language);
        var svg = XDocument.Parse(PictureSvg.File(picture, "一张<图>"));
        Assert.That(svg.Root!.Attribute("aria-label")!.Value, Is.EqualTo("一张<图>"));
        Assert.That(svg.Descendants().Count(e => e.Name.LocalName == "rect"), Is.EqualTo(picture.Boxes.Length));
    }

    // A step that may be opened while another is open stands in no picture yet; nor does what follows an any-time step.
    private static IEnumerable<string> Beside(ProcessDefinition process) =>
        Outline.All(process).OfType<WorkNode>().SelectMany(w => Outline.All(w.AnyTime)).Select(n => n.Id);

    private static bool Within(Rectangle inner, Rectangle outer) =>
        inner.X >= outer.X
        && inner.Y >= outer.Y
        && inner.X + inner.Width <= outer.X + outer.Width
        && inner.Y + inner.Height <= outer.Y + outer.Height;

    private static bool Meet(Rectangle one, Rectangle other) =>
        one.X < other.X + other.Width && other.X < one.X + one.Width && one.Y < other.Y + other.Height && other.Y < one.Y + one.Height;
}
