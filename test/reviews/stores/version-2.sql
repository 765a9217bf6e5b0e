CREATE TABLE parameter_sets (id INTEGER PRIMARY KEY, json TEXT NOT NULL UNIQUE) STRICT;
INSERT INTO parameter_sets VALUES(1,'{"algorithm":"FSRS-6 ts-fsrs 5.4.2","weights":[0.212,1.2931,2.3065,8.2956,6.4133,0.8334,3.0194,0.001,1.8722,0.1666,0.796,1.4835,0.0614,0.2629,1.6483,0.6014,1.8729,0.5425,0.0912,0.0658,0.1542],"desiredRetention":0.9,"learningSteps":["1m","10m"],"relearningSteps":["10m"],"maximumIntervalDays":36500,"fuzz":true}');
INSERT INTO parameter_sets VALUES(2,'{"algorithm":"FSRS-6 ts-fsrs 5.4.2","weights":[0.212,1.2931,2.3065,8.2956,6.4133,0.8334,3.0194,0.001,1.8722,0.1666,0.796,1.4835,0.0614,0.2629,1.6483,0.6014,1.8729,0.5425,0.0912,0.0658,0.1542],"desiredRetention":0.95,"learningSteps":["1m","10m"],"relearningSteps":["10m"],"maximumIntervalDays":36500,"fuzz":true}');
INSERT INTO parameter_sets VALUES(3,'{"algorithm":"FSRS-6 ts-fsrs 5.4.2","weights":[0.212,1.2931,2.3065,8.2956,6.4133,0.8334,3.0194,0.001,1.8722,0.1666,0.796,1.4835,0.0614,0.2629,1.6483,0.6014,1.8729,0.5425,0.0912,0.0658,0.1542],"desiredRetention":0.9,"learningSteps":[],"relearningSteps":[],"maximumIntervalDays":36500,"fuzz":false}');
CREATE TABLE review_log (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  question TEXT,
  at_ms INTEGER NOT NULL,
  order_ms INTEGER NOT NULL,
  day INTEGER NOT NULL,
  fingerprint TEXT,
  rating INTEGER,
  duration_ms INTEGER,
  source TEXT,
  elapsed_days INTEGER,
  predicted REAL,
  parameter_set INTEGER REFERENCES parameter_sets,
  undoes TEXT,
  carried_from TEXT,
  weights TEXT
, attempt TEXT) STRICT;
INSERT INTO review_log VALUES(1,'919-old-1','review','a',1795251600000,1795251600000,20778,'f0',3,4000,'quiz',NULL,NULL,1,NULL,NULL,NULL,NULL);
INSERT INTO review_log VALUES(2,'838-old-2','review','a',1795252300000,1795252300000,20778,'f1',3,4000,'quiz',0,1.0,2,NULL,NULL,NULL,NULL);
INSERT INTO review_log VALUES(3,'757-old-3','review','b',1795338700000,1795338700000,20779,'f1',1,4000,'quiz',NULL,NULL,3,NULL,NULL,NULL,NULL);
INSERT INTO review_log VALUES(4,'676-old-4','undo','b',1795338700010,1795338700010,20779,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'757-old-3',NULL,NULL,NULL);
INSERT INTO review_log VALUES(5,'595-old-5','review','b',1795338700020,1795338700020,20779,'f0',4,4000,'quiz',NULL,NULL,3,NULL,NULL,NULL,NULL);
INSERT INTO review_log VALUES(6,'514-old-6','suspend','b',1795425100020,1795425100020,20780,'f0',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO review_log VALUES(7,'433-old-7','weights',NULL,1795511500020,1795511500020,20781,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'[0.21624,1.318962,2.3526300000000004,8.461512,6.5415659999999995,0.850068,3.079788,0.00102,1.9096440000000001,0.169932,0.8119200000000001,1.5131700000000001,0.062628,0.268158,1.6812660000000001,0.6134280000000001,1.910358,0.55335,0.09302400000000001,0.067116,0.157284]',NULL);
INSERT INTO review_log VALUES(8,'352-old-8','carry','c',1795597900020,1795597900020,20782,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'a',NULL,NULL);
INSERT INTO review_log VALUES(9,'271-old-9','review','c',1796375500020,1796375500020,20791,'f0',2,4000,'quiz',13,0.74918006999999997574,1,NULL,NULL,NULL,NULL);
INSERT INTO review_log VALUES(10,'190-old-10','keep','c',1796375500025,1796375500025,20791,'f2',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO review_log VALUES(11,'109-old-11','review','tried',1796375700025,1796375700025,20791,'f1',1,180000,'exercise',NULL,NULL,1,NULL,NULL,NULL,NULL);
INSERT INTO review_log VALUES(12,'28-old-12','attempt','tried',1796375700025,1796375700026,20791,'f1',NULL,180000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'{"review":"109-old-11","passed":false,"tries":1,"hints":0,"predictions":["How many are lost?: you said 40, it is 118"],"explanation":""}');
INSERT INTO review_log VALUES(13,'947-old-13','undo','tried',1796375700025,1796375700027,20791,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'109-old-11',NULL,NULL,NULL);
INSERT INTO review_log VALUES(14,'866-old-14','review','tried',1796376000025,1796376000025,20791,'f1',3,240000,'exercise',NULL,NULL,1,NULL,NULL,NULL,NULL);
INSERT INTO review_log VALUES(15,'785-old-15','attempt','tried',1796376000025,1796376000026,20791,'f1',NULL,240000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'{"review":"866-old-14","passed":true,"tries":2,"hints":1,"predictions":[],"explanation":"The lease is shorter than the work."}');
CREATE TABLE progress (
  question TEXT PRIMARY KEY,
  suspended INTEGER NOT NULL,
  fingerprint TEXT NOT NULL,
  first_day INTEGER,
  state TEXT,
  step INTEGER,
  stability REAL,
  difficulty REAL,
  reps INTEGER,
  lapses INTEGER,
  last_day INTEGER,
  last_ms INTEGER,
  scheduled_days INTEGER,
  due_day INTEGER,
  due_ms INTEGER
) STRICT, WITHOUT ROWID;
INSERT INTO progress VALUES('a',0,'f1',20778,'Review',0,2.352629999999999999,2.0593923699999998611,2,0,20778,1795252300000,1,20779,NULL);
INSERT INTO progress VALUES('b',1,'f0',20779,'Review',0,8.4615120000000008104,1.0,1,0,20779,1795338700020,8,20787,NULL);
INSERT INTO progress VALUES('c',0,'f2',20778,'Review',0,19.364021659999998803,4.7664120099999998103,3,0,20791,1796375500020,19,20810,NULL);
INSERT INTO progress VALUES('tried',0,'f1',20791,'Learning',1,2.352630000000000443,2.0668741000000001584,1,0,20791,1796376000025,0,20791,1796376600025);
CREATE INDEX review_log_by_order ON review_log (order_ms, id);
CREATE INDEX review_log_by_question ON review_log (question, order_ms, id);
CREATE INDEX review_log_by_day ON review_log (day);
CREATE INDEX review_log_by_undoes ON review_log (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX review_log_by_carry ON review_log (carried_from) WHERE carried_from IS NOT NULL;
CREATE INDEX review_log_weights ON review_log (order_ms, id) WHERE kind = 'weights';
CREATE TRIGGER review_log_is_never_changed BEFORE UPDATE ON review_log
  BEGIN SELECT RAISE (ABORT, 'the review log is only added to'); END;
CREATE TRIGGER review_log_is_never_shortened BEFORE DELETE ON review_log
  BEGIN SELECT RAISE (ABORT, 'the review log is only added to'); END;
CREATE INDEX review_log_attempts ON review_log (order_ms, id) WHERE kind = 'attempt';
PRAGMA application_id = 1937206386;
PRAGMA user_version = 2;
