using System.Globalization;
using System.Text.Json;
using Microsoft.Recognizers.Text;
using Microsoft.Recognizers.Text.Choice;
using Microsoft.Recognizers.Text.DateTime;
using Microsoft.Recognizers.Text.Number;
using Microsoft.Recognizers.Text.NumberWithUnit;
using Microsoft.Recognizers.Text.Sequence;
using Xunit.Abstractions;

namespace ShopBot.Kernel.Tests.Recognizers;

/// <summary>Public recognition cases; they lie beside the checkout and are not part of it.</summary>
public sealed class RecognitionCases(ITestOutputHelper output)
{
    private static readonly string? Folder = Find();

    [SkippableTheory]
    [InlineData("zh-cn", "number", 1)]
    [InlineData("zh-cn", "ordinal", 1)]
    [InlineData("zh-cn", "boolean", 1)]
    [InlineData("zh-cn", "phone-number", 0.98)]
    [InlineData("zh-cn", "currency", 0.94)]
    [InlineData("en-us", "number", 0.99)]
    [InlineData("en-us", "ordinal", 1)]
    [InlineData("en-us", "boolean", 1)]
    [InlineData("zh-cn", "datetime", 1)]
    [InlineData("en-us", "datetime", 0.99)]
    [InlineData("en-us", "phone-number", 0.97)]
    [InlineData("en-us", "currency", 0.9)]
    public void Public_cases_are_recognised(string culture, string kind, double floor)
    {
        Skip.If(Folder is null, "The data beside the checkout is absent.");
        using var cases = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, $"{culture}.{kind}.json")));

        var (passed, count) = (0, 0);
        foreach (var one in cases.RootElement.EnumerateArray())
        {
            count++;
            var input = one.GetProperty("Input").GetString()!;
            var found = Recognize(kind, input, culture, ReferenceOf(one));
            var difference = Difference(one.GetProperty("Results"), found);
            if (difference is null)
                passed++;
            else
                output.WriteLine($"\"{input}\": {difference}");
        }

        output.WriteLine($"{culture}.{kind}: {passed} of {count} ({(double)passed / count:P1})");
        Assert.True((double)passed / count >= floor, $"{culture}.{kind}: {passed} of {count}, expected {floor:P0}.");
    }

    private static DateTime? ReferenceOf(JsonElement one) =>
        one.TryGetProperty("Context", out var context) && context.TryGetProperty("ReferenceDateTime", out var reference)
            ? DateTime.Parse(reference.GetString()!, CultureInfo.InvariantCulture)
            : null;

    private static List<ModelResult> Recognize(string kind, string input, string culture, DateTime? reference) => kind switch
    {
        "datetime" => DateTimeRecognizer.RecognizeDateTime(input, culture, refTime: reference),
        "number" => NumberRecognizer.RecognizeNumber(input, culture),
        "ordinal" => NumberRecognizer.RecognizeOrdinal(input, culture),
        "currency" => NumberWithUnitRecognizer.RecognizeCurrency(input, culture),
        "phone-number" => SequenceRecognizer.RecognizePhoneNumber(input, culture),
        _ => ChoiceRecognizer.RecognizeBoolean(input, culture),
    };

    private static string? Difference(JsonElement expected, List<ModelResult> found)
    {
        if (expected.GetArrayLength() != found.Count)
            return $"expected {expected.GetArrayLength()}, found {string.Join(" | ", found.Select(f => $"{f.Text}={f.Resolution.GetValueOrDefault("value")}"))}";

        for (var i = 0; i < found.Count; i++)
        {
            var (want, got) = (expected[i], found[i]);
            if (want.GetProperty("Text").GetString() != got.Text || want.GetProperty("TypeName").GetString() != got.TypeName)
                return $"expected {want.GetProperty("Text")} ({want.GetProperty("TypeName")}), found {got.Text} ({got.TypeName})";
            if (want.TryGetProperty("Start", out var start) && start.ValueKind == JsonValueKind.Number && (start.GetInt32() != got.Start || want.GetProperty("End").GetInt32() != got.End))
                return $"{got.Text} found at {got.Start}-{got.End}";
            foreach (var entry in want.GetProperty("Resolution").EnumerateObject())
            {
                if (entry.Name == "values")
                {
                    var (wanted, values) = (Show(entry.Value), Show((List<Dictionary<string, string>>)got.Resolution["values"]));
                    if (wanted != values)
                        return $"{got.Text}: should be {wanted}, is {values}";
                }
                else if (!Same(entry.Value, got.Resolution.GetValueOrDefault(entry.Name)))
                    return $"{got.Text}: {entry.Name} should be {entry.Value}, is {got.Resolution.GetValueOrDefault(entry.Name)}";
            }
        }

        return null;
    }

    private static string Show(JsonElement values) => Show([.. values.EnumerateArray()
        .Select(value => value.EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.ToString()))]);

    /// <summary>All keys of all values, in the order of the values.</summary>
    private static string Show(List<Dictionary<string, string>> values) => string.Join("; ", values.Select(value =>
        string.Join(" ", value.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}={entry.Value}"))));

    private static bool Same(JsonElement want, object? got) => want.ValueKind switch
    {
        JsonValueKind.Number => got is double score && Math.Abs(score - want.GetDouble()) < 1e-9,
        JsonValueKind.True => got is true,
        JsonValueKind.False => got is false,
        JsonValueKind.Null => got is null,
        _ => want.GetString() == Convert.ToString(got, CultureInfo.InvariantCulture),
    };

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "ShopBot.sln")))
                continue;
            var data = Path.Combine(folder.FullName, "..", "shared", "data", "recognizers");
            return Directory.Exists(data) ? data : null;
        }

        return null;
    }
}
