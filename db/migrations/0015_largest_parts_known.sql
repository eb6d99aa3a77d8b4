-- Figures have up to 15 significant digits, which a double tells apart and orders as they are.
UPDATE breakdown_totals SET
  largest = (SELECT value FROM breakdown_rows AS part
    WHERE part.breakdown_id = breakdown_totals.breakdown_id AND part.dimension = breakdown_totals.dimension
    ORDER BY CAST(value AS REAL) DESC, position LIMIT 1),
  largest_category = (SELECT category FROM breakdown_rows AS part
    WHERE part.breakdown_id = breakdown_totals.breakdown_id AND part.dimension = breakdown_totals.dimension
    ORDER BY CAST(value AS REAL) DESC, position LIMIT 1);
